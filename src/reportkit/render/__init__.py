"""From a Document to the web page and the PDF."""
