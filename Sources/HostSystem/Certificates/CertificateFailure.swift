/// The pair's certificates could not be made or stored; the sentence says what failed and where.
package struct CertificateFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
}
