"""Write down what people decide on a publication: in files of the project, whole and at once."""
