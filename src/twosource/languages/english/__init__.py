"""English: its tables and rules, and a spaCy model for names and sentence structure.

Nothing is imported here: who asks for a table of English does not load the model.
"""
