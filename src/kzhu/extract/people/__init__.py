"""The people a text names: canonical name, role, country, and every mention.

Reads names of two and more words with or without a title ("Kazakh President Kassym-Jomart Tokayev", "Anna Nagy-Kiss,
Deputy State Secretary ...", "P. Sijjarto", "Ursula von der Leyen", "Abdullah II", "Li Xiaopeng"), single names that
their surroundings show to be a person's ("Brown, the baker", "Mr Brown"), and the family names that stand for people
named before. Streets, firms, prizes, bodies and places that bear a person's name are left out.
"""

from __future__ import annotations

from kzhu.extract.people.reading import read_people

__all__ = ["read_people"]
