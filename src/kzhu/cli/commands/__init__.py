"""The commands, one file each; each file has its `command`."""
