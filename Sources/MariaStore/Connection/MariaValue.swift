import Vocabulary

/// A value bound to or read from a statement: `CellValue` under the name this layer speaks.
///
/// The alias is deliberate: rows travel from one server to the other without being converted.
package typealias MariaValue = CellValue
