"""Word files: the only place that knows WordprocessingML, in three layers: package, elements, meaning."""
