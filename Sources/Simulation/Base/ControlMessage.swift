import HotelLogic
import PairLogic
import Vocabulary

/// What one daemon tells the other over the control connection.
enum ControlMessage {
    case question(HandoverQuestion)
    case answer(HandoverQuestion, HandoverVerdict)
    /// An operator at one node wants the other to give a scope back.
    case giveback(Scope)
    case ringing(RingingMessage)
}
