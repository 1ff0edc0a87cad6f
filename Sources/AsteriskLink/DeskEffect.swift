import NIOCore
import Ports
import Wire

/// What is to be done after the desk's state changed, outside its lock and in order.
enum DeskEffect {
    case write(any Channel, [UInt8])
    case close(any Channel)
    case answer(CheckedContinuation<DeskState.Answer, Never>, DeskState.Answer)
    case finish(CheckedContinuation<DeskState.Ending, Never>, DeskState.Ending)
    case tell(AsteriskEvent)
}
