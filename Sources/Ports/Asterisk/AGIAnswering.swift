/// What stands behind the port at which Asterisk hands over calls.
package protocol AGIAnswering: Sendable {
    /// Does what the call is there for; when this returns the dialplan goes on with it. A caller
    /// who hangs up makes the next command fail.
    func answer(_ call: any AGICallPort) async
}
