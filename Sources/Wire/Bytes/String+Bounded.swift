extension String {
    /// The longest beginning of this text that fits into `bytesMax` bytes of UTF-8 without cutting a character.
    func bounded(toBytes bytesMax: Int) -> String {
        guard utf8.count > bytesMax else { return self }
        var kept = ""
        var count = 0
        for character in self {
            count += character.utf8.count
            guard count <= bytesMax else { break }
            kept.append(character)
        }
        return kept
    }
}
