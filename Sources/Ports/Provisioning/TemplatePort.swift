import AsteriskText

/// The templates that an administrator puts in the place of the built-in ones.
///
/// A template is read each time, so that a change holds from the next phone on. It throws `invalid` where the file
/// cannot be read, rather than falling back to the built-in one and telling three hundred phones something else.
package protocol TemplatePort: Sendable {
    /// The administrator's template of a family; nil where there is none.
    func overriding(_ family: PhoneFamily) throws(ConsoleFailure) -> OverridingTemplate?
}
