"""Pure functions over strings: URLs, dates, names, quotations, languages."""
