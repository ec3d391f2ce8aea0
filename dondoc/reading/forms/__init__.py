"""Document forms: from a file's bytes to one text, the same for a document in whatever form it comes."""
