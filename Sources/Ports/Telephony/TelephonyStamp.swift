/// What the telephony configuration looked like at one moment: two equal stamps mean that nothing was changed between.
///
/// It is cheap to take, notices every writer (the copy from the peer too), and tells nothing else; a changed stamp does
/// not say what was changed, nor that anything is different in the end.
package struct TelephonyStamp: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
