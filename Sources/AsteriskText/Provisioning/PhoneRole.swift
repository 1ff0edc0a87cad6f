/// Whom a phone or gateway serves; that decides which server it registers with first.
package enum PhoneRole: String, Sendable, Hashable, CaseIterable {
    /// The Primary first, the Secondary as backup.
    case staff
    /// A room: the Secondary first, the Primary as backup; features of the phone itself are switched off.
    case guest
}
