"""Say whom a passage knows it from: a person, a body, a document, a witness, or nobody named."""
