"""One SQLite file with all records: schema, writer, query language, reader."""
