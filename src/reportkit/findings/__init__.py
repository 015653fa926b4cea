"""What is wrong and where: spans, places, findings, edits."""
