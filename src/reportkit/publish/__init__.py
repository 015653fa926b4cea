"""From a Rendition to build/: written whole or not at all."""
