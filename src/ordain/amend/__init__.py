"""Amendment sheets: instructions that turn one draft into another, in the words of a council, and their proof."""
