/// Calls for help: they come before everything else and are allowed to every phone.
package struct EmergencySettings: Sendable, Hashable {
    /// Dialled with and without the access digit.
    package var numbers: [PhoneNumber]
    /// The site's number, shown to the emergency services; nil is the trunk's.
    package var siteNumber: PhoneNumber?
    /// The extensions or ring groups that are told; none is the desk.
    package var notified: [ExtensionNumber]
    /// For how long a call back to the site's number reaches the room that called.
    package var callBackMinutes: Int

    package init(
        numbers: [PhoneNumber], siteNumber: PhoneNumber? = nil, notified: [ExtensionNumber] = [],
        callBackMinutes: Int = 120
    ) {
        self.numbers = numbers
        self.siteNumber = siteNumber
        self.notified = notified
        self.callBackMinutes = callBackMinutes
    }
}
