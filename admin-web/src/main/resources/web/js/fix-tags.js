// fix-tags
