import Hummingbird

/// What travels with one request: the library's own facts, and our limit on its body.
package struct APIContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: Source) { coreContext = .init(source: source) }

    package var maxUploadSize: Int { APILimits.bodySizeMax }
}
