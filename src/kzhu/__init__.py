"""kzhu: a news archive on the command line. Press articles in, typed and traceable facts out."""

__version__ = "0.1.0"
