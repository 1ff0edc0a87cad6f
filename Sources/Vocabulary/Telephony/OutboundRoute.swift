/// How calls leave this node alone; it is never copied. The first route in the plan's order that fits is taken.
package struct OutboundRoute: Sendable, Hashable {
    package var name: TelephonyName
    /// The numbers as they are dialled after the access digit; none is any.
    package var patterns: [DialPattern]
    /// What the caller's class must allow; `emergency` asks for nothing.
    package var category: CallCategory
    /// How many dialled digits are left out.
    package var strip: Int
    /// Put before the rest.
    package var prepend: PhoneNumber?
    /// Tried in this order.
    package var trunks: [TelephonyName]
    /// Shown for callers without a number of their own; nil is the trunk's.
    package var callerNumber: PhoneNumber?

    package init(
        name: TelephonyName, patterns: [DialPattern], category: CallCategory, strip: Int = 0,
        prepend: PhoneNumber? = nil, trunks: [TelephonyName], callerNumber: PhoneNumber? = nil
    ) {
        self.name = name
        self.patterns = patterns
        self.category = category
        self.strip = strip
        self.prepend = prepend
        self.trunks = trunks
        self.callerNumber = callerNumber
    }
}
