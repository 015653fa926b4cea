"""A small publication in which nothing is wrong; the examples of rules vary it."""
