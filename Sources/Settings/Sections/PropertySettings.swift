/// Section `property`: the hotel itself.
package struct PropertySettings: Sendable, Equatable {
    /// `property.name`: the hotel's name as people read it, 1 to 80 characters. Default `Hotel`.
    package var name = "Hotel"
    /// `property.time_zone`: the hotel's wall clock, an IANA name such as `Europe/Vienna`. Default `UTC`.
    /// Wake-ups and reports follow it, whatever zone the server itself is set to.
    package var timeZone = "UTC"

    package init() {}
}
