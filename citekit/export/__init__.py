"""Values to text: bibliographies, graphs, tables and pages in the formats that other programs read."""
