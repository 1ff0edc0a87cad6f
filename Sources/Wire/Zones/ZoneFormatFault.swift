/// Why bytes are no zone file that this program understands.
package enum ZoneFormatFault: Error, Sendable, Hashable {
    case tooLong(bytes: Int)
    /// It does not begin as zone files do.
    case noZoneFile
    /// A version that says nothing of moments after 2037.
    case tooOld(version: UInt8)
    case cutOff
    /// A change that names no offset, one that no clock has, or changes out of order.
    case senseless
    /// Its last line, the rule for the time to come, is none.
    case badRule(String)
}
