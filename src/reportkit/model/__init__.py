"""What authors and data suppliers write, as frozen pydantic models without any I/O."""
