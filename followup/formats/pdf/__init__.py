"""The document as data for templates/report.typ, compiled to PDF/A and PDF/UA."""
