/// What the programs have in common, and the system itself, are at hand in every file.
@_exported import ProgramSupport
