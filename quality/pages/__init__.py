"""Pages of our own about invented events, built as news sites build them, with what they hold."""
