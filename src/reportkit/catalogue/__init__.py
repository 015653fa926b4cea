"""Turn published pages into a site that readers look through and search."""
