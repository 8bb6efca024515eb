/// The engine comes with the criteria: a client needs one import.
@_exported public import RuleEngine
