"""An article and knowledge in, its typed record out: pure functions, one room for each kind of fact."""
