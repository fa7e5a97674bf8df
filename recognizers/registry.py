"""All recognisers of this package, one line each. Adding one is adding a line."""

from __future__ import annotations

from importlib import import_module

from recognizers.base import VnRecognizer

#: ``module:class``. The order does not matter: ``resolve`` decides between overlapping findings.
RECOGNIZERS: tuple[str, ...] = (
    "containers:ContainerRecognizer",
    "mrz:MrzRecognizer",
    "personal_id:PersonalIdRecognizer",
    "cmnd:CmndRecognizer",
    "passport:PassportRecognizer",
    "phone:PhoneRecognizer",
    "email:EmailRecognizer",
    "bank:BankRecognizer",
    "tax_code:TaxCodeRecognizer",
    "insurance:InsuranceRecognizer",
    "driver_license:DriverLicenseRecognizer",
    "vehicle:VehicleRecognizer",
    "boats:BoatRecognizer",
    "land:LandRecognizer",
    "record_numbers:RecordNumberRecognizer",
    "civil_acts:CivilActRecognizer",
    "numbers_told:NumberToldRecognizer",
    "cut_numbers:CutNumberRecognizer",
    "papers_of_people:PaperOfPeopleRecognizer",
    "last_digits:LastDigitsRecognizer",
    "grouped_numbers:GroupedNumberRecognizer",
    "row_numbers:RowNumberRecognizer",
    "online:OnlineRecognizer",
    "secrets_told:ToldSecretRecognizer",
    "logins_told:ToldLoginRecognizer",
    "screen_names:ScreenNameRecognizer",
    "answers:AnswerRecognizer",
    "spoken_numbers:SpokenNumberRecognizer",
    "attributes:AttributeRecognizer",
    "person:PersonRecognizer",
    "address:AddressRecognizer",
    "birth_date:BirthDateRecognizer",
    "ages:AgeRecognizer",
    "places:PlaceRecognizer",
    "private_phrases:PrivatePhraseRecognizer",
    "told_numbers:ToldNumberRecognizer",
    "told_fields:ToldFieldRecognizer",
    "told_sums:ToldSumRecognizer",
    "told_loans:ToldLoanRecognizer",
    "told_statements:StatementRecognizer",
    "told_lists:ToldListRecognizer",
    "school_marks:SchoolMarkRecognizer",
    "told_english:EnglishToldRecognizer",
    "medical_papers:MedicalPaperRecognizer",
    "patient_lines:PatientLineRecognizer",
    "patient_measures:PatientMeasureRecognizer",
)


def build_recognizers() -> list[VnRecognizer]:
    """Return one new instance of every recogniser."""
    built: list[VnRecognizer] = []
    for line in RECOGNIZERS:
        module, name = line.split(":")
        built.append(getattr(import_module(f"recognizers.{module}"), name)())
    return built
