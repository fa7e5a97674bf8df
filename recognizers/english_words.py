"""Words of English papers that are no part of anybody's name: clauses, headings, defined terms, titles of jobs.

Written for this program from general knowledge. In contracts, forms and licences such words stand in capitals
("Social Insurance Book", "General Public License") and look like foreign names to a grammar of names. Words that are
also Vietnamese syllables without their accents ("than", "to", "an") or English names ("will", "mark", "grant") are
left out.
"""

from __future__ import annotations

import re
from itertools import islice

from recognizers.folding import Folded
from recognizers.word_sets import word_set

PAPER_WORDS = word_set("""
ability above absence absent academic acceptance accepted access accommodation accordance account accountant accounting accounts
accrued act action active activity acts actual additional address adjustment administration administrative admission admissions
adult advance adviser advisor affairs affidavit after age agency agent agreed agreement agreements aid air airlines airport all
allergies allergy allowance allowances amended amendment amount analysis analyst and annex annual any apache apartment appendix
applicable applicant application applications applied appointed appointment approval approved approver arbitration architect area
article articles assessment asset assets assigned assignment assistance assistant associate association assumption attached
attachment attendance attending attention attorney audit auditor author authorised authority authorization authorized authors
availability available average award balance bank banking base basic before beneficiary benefit benefits between billing birth
blood board body bonus book booking books borrower both branch brand breach building business buyer calculation calendar
campaign cancellation candidate capacity capital card care carrier carry cash cashier category center central centre
certificate certificates certification certified certify chair chairman change changes channel chapter charge charges charter
check checked chemical cheque chief children choice circular citizen citizenship civil claim claimant claims class
classification clause clauses cleaning clear clearance clerk client clinic clinical close closing club code codes
collection college column comment comments commerce commercial commission committee communication community company
compensation competent competitor complaint completed compliance component computer conclusion condition conditions conduct
confidential confidentiality confirmation confirmed connection consent consequential consideration consignee construction
consular consulate consultant consulting consumer contact container content contents contract contractor contracts
contribution contributions contributor contributors control cooperation coordination coordinator copies copy copyright
corporate corporation corrections correspondence cost costs council counsel country course court cover coverage created credit
creditor crew crime criminal culture currency current custodian custom customer customers customs daily damage damages data
database date dated dates days dealer debit debt debtor decision declaration declare declared decree deduction
deed default defined definition definitions degree deliver delivered delivery department departure deposit deputy derivative
description desk destination detail details developer development diagnosis diploma direct direction director directors
disability discharge disciplinary discipline disclaimer disclosure discount dispute disputes distance distribution district
division doctor document documentation documents domestic double draft driver due duration duties duty early earnings economic
economics economy edition education effective effort electric electrical electronic electricity email embassy emergency employee
employees employer employment enclosed enclosure end energy engineer engineering enterprise entire entitled entity entry
environment environmental equipment error establishment estate estimated event evidence examination example exception exchange
exclusive execution executive exemption exhibit exit expected expense expenses experience expert expiration expiry explanatory
export extension external facilities facility factory faculty failure fair family features federal fee fees female
figure file files final finance financial finding fire first fixed flight floor following food for force
foreign foreigner form format forms formula forward foundation fraud free freight from front fuel full function functional fund
funds further future garden gender general geography global goods governed governing government grade graduate graduation
gross group groups growth guarantee guarantor guardian guest guide guidelines handling hazard head header heading
headquarters health height hereby herein high highway hiring history holder holding holdings holiday home hospital
hospitality hotel hour hours house household housing human identification identity illness immigration implementation import
inc incident inclusive income incorporated indemnity independent index individual industrial industry information infringement
initial injury input inspection inspector institute institution instruction instructions insurance insured insurer intangible
intellectual intended interest interim internal international internet interpretation interview introduction inventory
investment investor invoice invoices issuance issue issued issuer item items job joint journal judicial jurisdiction
keeper kind knowledge labour labor laboratory land landlord language laptop law laws lawyer leader leadership leasing
ledger legal legislation lender lenders lessee lesser lessor letter level liabilities liability library licence license licensed
licensee licenses licensor limit limitation limitations limited line link list loading local location logistics loss
lump machine machinery mail main maintenance male managed management manager managing mandatory manual manufacturer
manufacturing marital maritime market marketing material materials maternity matter maturity maximum meal means measures
mechanical medical medication medicine meeting member members memorandum merchandise merchantability message method microsystems
middle minimum minister ministry minor minutes miscellaneous mobile model modification modified month monthly months mortgage
mother motor municipal museum mutual name named names national nationality natural necessary negotiation network night nominal
normal notary note notes notice notification notify nurse object objective obligation obligations occupation occupational
offer office officer officers official online only open operating operation operations operator opinion option optional oral
order orders ordinary organisation organization original other others our output overseas overtime overview owner owners ownership
package packaging packing paid paper paragraph parcel parent parental parents part partial participant parties partner
partners partnership parts party passenger passport patent patient pattern payable payee payer payment payments payroll
penalty pending pension per percentage performance period permanent permission permissions permissive permit permitted person
personal personnel persons pharmacy phase phone photo physical physician picture place plaintiff planner planning plant
plastic platform plus point police policy pool port portion portions position possession post postal practice precautions
preferred premises premium present preparation prepared president previous prices primary prime principal principle
principles print prior privacy private procedure procedures process processing procurement product production products profession
professional professor profile profit program programme programs progress prohibited project projects promissory property
proposal proprietor protection provided provider province provision provisions public publication publisher purchase purchaser
purchasing purpose purposes pursuant qualification quality quantity quarter quarterly query question quick quota quotation
rank rate rates rating real reason receipt receipts receivable received receiver reception recipient recital recitals
recommendation recommended record records recreation recruitment redistribution reduction reference references refund
refunds regarding region regional register registered registration regulation regulations reimbursement relation relations
relationship release relevant remaining remarks remedies remedy remittance remuneration renewal rent rental repair repairs
replacement reply report reported reporting reports representation representative request requested required requirement
requirements research reserve reserved residence residency resident residential resignation resolution resolved resource
resources response responsibilities responsibility restaurant restriction restrictions result results retail retirement return
returns revenue review reviewed reviewer revised revision right rights risk road role room route routine rule rules
safety salary sale sales sample sanction schedule scheduled scholar scholarship school science sciences scope screening
search season seat second secondary secretariat secretary section sector securities security seizure selection self seller
semester senior service services session settlement several severance share shareholder shareholders shares sheet shift shipment
shipper shipping should sick side signatory signature signatures signed significant single site skills social society software
solutions source space special specialist specific specification specifications spouse staff stage stamp standard standards
start state statement statements station status statutory stipend stock storage store street student students studies study
subcontractor subject submission submitted subscription subsidiary successor such sufficient suitable summary summer supervision
supervisor supplement supplementary supplier suppliers supply support surgery surname survey suspension system systems table
tax taxable taxation taxes teacher teaching team technical technician technology telephone temporary tenancy tenant term
terminal termination terms territory test text their there third this those through ticket time times title tools
total tour tourism trade trademark traffic training transaction transactions transcript transfer transit translation translator
transmission transport transportation travel treasury treatment treaty trial trust trustee tuition type undersigned
undertaking unemployment uniform union unit university unless upon urgent user users usual utilities vacancy vacation valid
validity valuation value vehicle vendor venture verification verified version vessel vice vietnamese village visa visitor
void volume voluntary volunteer voucher wage wages waiver warehouse warranties warranty waste water website week weekly
weight welfare when where whereas which whole wholesale wire withdrawal without witnesseth work
worker workers working workplace works workshop writing written year yearly years your zone
""")

_SMALL = re.compile(r"(?<![a-z])(?:the|is|was|has|have|for|with|of|and|had|by|from)(?![a-z])")
_OF_SMALL = 3
_AMONG = 60


def is_english(folded: Folded) -> bool:
    """Return whether a text holds the small words of English sentences; looked at once."""
    return folded.memo("english", _is_english)


def _is_english(folded: Folded) -> bool:
    found: set[str] = set()
    for match in islice(_SMALL.finditer(folded.key), _AMONG):
        found.add(match.group())
        if len(found) >= _OF_SMALL:
            return True
    return False
