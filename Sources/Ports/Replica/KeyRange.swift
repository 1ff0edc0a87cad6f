import Vocabulary

/// A stretch of a table in the order of its key: above `lower`, up to and including `upper`.
package struct KeyRange: Sendable, Hashable {
    /// nil means from the first row.
    package let lower: [CellValue]?
    /// nil means to the last row.
    package let upper: [CellValue]?

    package init(lower: [CellValue]?, upper: [CellValue]?) {
        self.lower = lower
        self.upper = upper
    }
}
