"""Say which part of the body a code is for, and by which words people speak of each part.

Only parts that one code cannot be for together with another stand here: skin, vessels and bones are
everywhere. Source: the chapters of CPT, which follow the body, and those of anesthesia and imaging.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.code_families.ranges import Ranges, ranges

WORDS: Final[dict[str, str]] = {
    "breast": "breast breasts nipple mama mamas",
    "chest": "rib ribs sternum costilla costillas",
    "nose": "nose nasal sinus sinuses nostril nostrils nariz",
    "throat": "throat larynx trachea tonsil tonsils garganta laringe amígdalas",
    "mouth": "mouth tongue gums palate lip lips boca lengua labio",
    "tooth": "tooth teeth diente dientes",
    "jaw": "jaw mandible mandíbula",
    "lung": "lung lungs bronchus bronchi pleura pulmón pulmones",
    "heart": "heart coronary cardiac pericardium corazón",
    "gullet": "esophagus oesophagus gullet esófago",
    "stomach": "stomach gastric estómago",
    "bowel": (
        "bowel bowels intestine intestines duodenum jejunum ileum colon rectum rectal anus anal "
        "hemorrhoid hemorrhoids intestino recto"
    ),
    "liver": "liver gallbladder bile gallstone gallstones hígado vesícula",
    "pancreas": "pancreas páncreas",
    "spleen": "spleen bazo",
    "kidney": "kidney kidneys renal riñón riñones",
    "bladder": "bladder urethra ureter ureters vejiga uretra",
    "male": "prostate penis testis testicle testicles scrotum próstata pene testículo",
    "female": ("cervix uterus womb vagina vulva ovary ovaries endometrium útero ovario ovarios"),
    "thyroid": "thyroid parathyroid tiroides",
    "brain": "brain skull cranial cerebro cráneo",
    "spine": "spine vertebra vertebrae lumbar columna vértebra vértebras",
    "eye": (
        "eye eyes cornea retina cataract eyelid eyelids eyeball vitreous ojo ojos catarata córnea "
        "párpado"
    ),
    "ear": "ear ears eardrum cochlea oído oídos tímpano",
    "shoulder": "shoulder shoulders clavicle rotator hombro",
    "elbow": "elbow elbows codo",
    "wrist": "wrist wrists carpal muñeca",
    "finger": "finger fingers thumb thumbs dedo pulgar",
    "hip": "hip hips cadera",
    "knee": "knee knees kneecap meniscus rodilla",
    "ankle": "ankle ankles tobillo",
    "toe": "toe toes bunion bunions",
}
"""Part of the body to the words for it, in English and Spanish, small letters."""

_PARTS: Final[tuple[tuple[Ranges, str], ...]] = tuple(
    (ranges(codes), parts)
    for codes, parts in (
        ("19000-19499", "breast chest lung"),
        ("21010-21499", "jaw tooth mouth nose brain eye ear throat"),
        ("21501-21899", "chest throat lung breast shoulder spine"),
        ("22010-22899", "spine brain bowel chest hip"),
        ("23000-23929", "shoulder elbow chest"),
        ("24000-24999", "elbow shoulder wrist"),
        ("25000-25999", "wrist elbow finger"),
        ("26010-26989", "finger wrist toe"),
        ("27000-27299", "hip knee spine bowel"),
        ("27301-27599", "knee hip ankle"),
        ("27600-27899", "ankle knee toe"),
        ("28001-28899", "toe ankle"),
        ("30000-30999", "nose mouth throat eye brain tooth"),
        ("31000-31299", "nose mouth eye brain tooth jaw"),
        ("31300-31899", "throat lung mouth nose gullet thyroid"),
        ("32035-32999", "lung chest heart throat gullet breast"),
        ("33016-33999", "heart lung chest brain"),
        ("38100-38129", "spleen pancreas stomach"),
        ("39000-39599", "lung heart chest throat thyroid gullet stomach"),
        ("40490-42999", "mouth tooth jaw throat nose lung gullet ear"),
        ("43020-43289", "gullet stomach bowel throat mouth liver pancreas lung chest"),
        ("43290-43999", "stomach gullet bowel liver pancreas spleen throat mouth"),
        ("44005-45999", "bowel stomach female male bladder liver pancreas spine"),
        ("46020-46999", "bowel female male bladder"),
        ("47000-48999", "liver pancreas bowel stomach spleen kidney"),
        ("50010-50999", "kidney bladder bowel spine"),
        ("51020-53899", "bladder kidney male female bowel"),
        ("54000-55899", "male bladder bowel"),
        ("56405-58999", "female bladder bowel"),
        ("59000-59899", "female bladder bowel breast heart"),
        ("60000-60300", "thyroid throat"),
        ("61000-62258", "brain spine nose ear eye heart bowel"),
        ("62263-63746", "spine brain bowel hip knee"),
        ("65091-68899", "eye nose brain"),
        ("69000-69979", "ear brain nose throat"),
        ("70010-70559", "brain nose eye ear jaw tooth mouth throat spine"),
        ("71045-71275", "lung heart chest breast shoulder gullet"),
        ("72020-72159", "spine brain hip"),
        ("73000-73225", "shoulder elbow wrist finger"),
        ("73501-73725", "hip knee ankle toe"),
        ("92002-92499", "eye brain"),
        ("92550-92700", "ear nose throat mouth brain"),
        ("92920-93799", "heart lung chest throat gullet brain"),
        ("94002-94799", "lung heart throat nose mouth chest"),
        ("00100-00222", "brain nose eye ear jaw tooth mouth throat"),
        ("00500-00580", "lung heart gullet chest throat"),
        ("00600-00670", "spine brain chest"),
        ("01200-01274", "hip knee"),
        ("01320-01444", "knee hip ankle"),
        ("01462-01522", "ankle toe knee"),
        ("01610-01680", "shoulder elbow"),
        ("01810-01860", "wrist finger elbow"),
    )
)
"""Codes to the parts they are for, and those that lie beside or are passed on the way."""

PART_OF: Final[dict[str, str]] = {
    word: part for part, words in WORDS.items() for word in words.split()
}
"""Word to the part of the body it is for."""


def parts_of(code: str) -> frozenset[str] | None:
    """The parts of the body that a code may be for; None where it may be for any."""
    return next((frozenset(parts.split()) for codes, parts in _PARTS if code in codes), None)
