import CXlsxWriter
import Foundation
import Model

/// What may be entered in cells, as libxlsxwriter wants it. What is not foreseen is asked back, never refused.
struct XLSXValidation {
    private let rule: DataColumn.Rule?
    private let prompt: String

    /// A rule with what is told of the cell.
    init(_ rule: DataColumn.Rule?, prompt: String) {
        self.rule = rule
        self.prompt = prompt
    }

    /// Gives the validation to `body`; it holds as long as that runs.
    func withValue(_ body: (UnsafeMutablePointer<lxw_data_validation>) -> Void) {
        var texts: [UnsafeMutablePointer<CChar>?] = []
        defer { for text in texts { free(text) } }
        func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
            let copy = strdup(text)
            texts.append(copy)
            return copy
        }
        var validation = lxw_data_validation()
        validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
        if !prompt.isEmpty { validation.input_message = copy(String(prompt.prefix(250))) }
        guard case .oneOf(let choices) = rule, choices.joined(separator: ",").utf8.count <= 250,
            !choices.contains(where: { $0.contains(",") })
        else {
            set(rule, &validation)
            return body(&validation)
        }
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        var list = choices.map { copy($0) } + [nil]
        list.withUnsafeMutableBufferPointer { list in
            validation.value_list = list.baseAddress
            body(&validation)
        }
    }

    private func set(_ rule: DataColumn.Rule?, _ validation: inout lxw_data_validation) {
        switch rule {
        case .number(let from, let to):
            guard let low = SpreadsheetNumber.exact(from), let high = SpreadsheetNumber.exact(to) else {
                return
            }
            validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
            (validation.minimum_number, validation.maximum_number) = (low, high)
        case .atMost(let characters):
            validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
            validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
            validation.value_number = Double(characters)
        case .oneOf, nil: return
        }
    }
}
