/// Where calls from outside go on this node alone; it is never copied.
package struct InboundRoute: Sendable, Hashable {
    package var name: TelephonyName
    /// The called numbers; none is any.
    package var numbers: [DialPattern]
    /// By which trunk they come; nil is any.
    package var trunk: TelephonyName?
    package var destination: CallDestination

    package init(
        name: TelephonyName, numbers: [DialPattern] = [], trunk: TelephonyName? = nil, destination: CallDestination
    ) {
        self.name = name
        self.numbers = numbers
        self.trunk = trunk
        self.destination = destination
    }
}
