"""Every Vietnamese phrase the reader knows, as data.

The other modules hold the grammar and name no phrase of the language; here nothing is computed.
Phrases are written in lower case with single spaces unless capitals carry meaning; they are
regex fragments in which a space stands for any white space. Nothing here belongs to one field of
government: a plan on drugs, children or digital services is read by the same words.
"""

# ruff: noqa: F403 - one name for all phrases, each subject in a file of its own

from .bodies import *
from .carrying import *
from .documents import *
from .fields import *
from .issuers import *
from .meanings import *
from .money import *
from .openings import *
from .press import *
from .proofs import *
from .quantities import *
from .reports import *
from .sections import *
from .times import *
from .verdict import *
