"""`/api/v1`: what pages and commands do, for programs; a router file a noun, what they speak in `shapes`."""
