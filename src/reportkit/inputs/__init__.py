"""Importers of provided data: files of CMS, hospitals and payers in, models out."""
