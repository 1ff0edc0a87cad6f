import Testing

/// The lab itself, shown with a configuration that is written by hand. One lab after the other: each of them fills
/// this machine's cores.
@Suite(.serialized) struct LabTests {}
