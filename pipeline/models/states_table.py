"""The 193 Member States of the United Nations, the Holy See and the State of Palestine, one a line.

Columns: ISO 3166-1 alpha-2 and alpha-3; UN short name in English, French and Spanish (UNTERM; Member States
list of the United Nations; Spanish and French names as in UN documents); other names by which statements
call the State in any of the three languages, separated by semicolons.
"""

TABLE = """\
AF|AFG|Afghanistan|Afghanistan|Afganistán|
AL|ALB|Albania|Albanie|Albania|
DZ|DZA|Algeria|Algérie|Argelia|
AD|AND|Andorra|Andorre|Andorra|
AO|AGO|Angola|Angola|Angola|
AG|ATG|Antigua and Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|
AR|ARG|Argentina|Argentine|Argentina|
AM|ARM|Armenia|Arménie|Armenia|
AU|AUS|Australia|Australie|Australia|
AT|AUT|Austria|Autriche|Austria|
AZ|AZE|Azerbaijan|Azerbaïdjan|Azerbaiyán|Azerbaidjan
BS|BHS|Bahamas|Bahamas|Bahamas|The Bahamas
BH|BHR|Bahrain|Bahreïn|Bahrein|Baréin
BD|BGD|Bangladesh|Bangladesh|Bangladesh|
BB|BRB|Barbados|Barbade|Barbados|
BY|BLR|Belarus|Bélarus|Belarús|Biélorussie;Bielorrusia
BE|BEL|Belgium|Belgique|Bélgica|
BZ|BLZ|Belize|Belize|Belice|
BJ|BEN|Benin|Bénin|Benin|Benín
BT|BTN|Bhutan|Bhoutan|Bhután|Bután
BO|BOL|Bolivia (Plurinational State of)|Bolivie (État plurinational de)|Bolivia (Estado Plurinacional de)|\
Bolivia;Plurinational State of Bolivia;Bolivie;État plurinational de Bolivie;Estado Plurinacional de Bolivia
BA|BIH|Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnia y Herzegovina|Bosnia-Herzegovina;Bosnia & Herzegovina
BW|BWA|Botswana|Botswana|Botswana|Botsuana
BR|BRA|Brazil|Brésil|Brasil|
BN|BRN|Brunei Darussalam|Brunéi Darussalam|Brunei Darussalam|Brunei;Brunéi
BG|BGR|Bulgaria|Bulgarie|Bulgaria|
BF|BFA|Burkina Faso|Burkina Faso|Burkina Faso|Burkina
BI|BDI|Burundi|Burundi|Burundi|
CV|CPV|Cabo Verde|Cabo Verde|Cabo Verde|Cape Verde;Cap-Vert
KH|KHM|Cambodia|Cambodge|Camboya|
CM|CMR|Cameroon|Cameroun|Camerún|
CA|CAN|Canada|Canada|Canadá|
CF|CAF|Central African Republic|République centrafricaine|República Centroafricana|Centrafrique
TD|TCD|Chad|Tchad|Chad|
CL|CHL|Chile|Chili|Chile|
CN|CHN|China|Chine|China|People's Republic of China;République populaire de Chine;República Popular China
CO|COL|Colombia|Colombie|Colombia|
KM|COM|Comoros|Comores|Comoras|
CG|COG|Congo|Congo|Congo|Republic of the Congo;Congo-Brazzaville;République du Congo;República del Congo
CR|CRI|Costa Rica|Costa Rica|Costa Rica|
CI|CIV|Côte d'Ivoire|Côte d'Ivoire|Côte d'Ivoire|Ivory Coast;Cote d'Ivoire;Costa de Marfil
HR|HRV|Croatia|Croatie|Croacia|
CU|CUB|Cuba|Cuba|Cuba|
CY|CYP|Cyprus|Chypre|Chipre|
CZ|CZE|Czechia|Tchéquie|Chequia|Czech Republic;République tchèque;República Checa
KP|PRK|Democratic People's Republic of Korea|République populaire démocratique de Corée|\
República Popular Democrática de Corea|North Korea;DPRK;Corée du Nord;RPDC;Corea del Norte
CD|COD|Democratic Republic of the Congo|République démocratique du Congo|República Democrática del Congo|\
DRC;DR Congo;Congo-Kinshasa;Democratic Republic of Congo;RDC
DK|DNK|Denmark|Danemark|Dinamarca|
DJ|DJI|Djibouti|Djibouti|Djibouti|Yibuti
DM|DMA|Dominica|Dominique|Dominica|
DO|DOM|Dominican Republic|République dominicaine|República Dominicana|
EC|ECU|Ecuador|Équateur|Ecuador|
EG|EGY|Egypt|Égypte|Egipto|
SV|SLV|El Salvador|El Salvador|El Salvador|
GQ|GNQ|Equatorial Guinea|Guinée équatoriale|Guinea Ecuatorial|
ER|ERI|Eritrea|Érythrée|Eritrea|
EE|EST|Estonia|Estonie|Estonia|
SZ|SWZ|Eswatini|Eswatini|Eswatini|Swaziland;Suazilandia;Swazilandia
ET|ETH|Ethiopia|Éthiopie|Etiopía|
FJ|FJI|Fiji|Fidji|Fiji|Fiyi
FI|FIN|Finland|Finlande|Finlandia|
FR|FRA|France|France|Francia|
GA|GAB|Gabon|Gabon|Gabón|
GM|GMB|Gambia|Gambie|Gambia|The Gambia
GE|GEO|Georgia|Géorgie|Georgia|
DE|DEU|Germany|Allemagne|Alemania|
GH|GHA|Ghana|Ghana|Ghana|
GR|GRC|Greece|Grèce|Grecia|
GD|GRD|Grenada|Grenade|Granada|
GT|GTM|Guatemala|Guatemala|Guatemala|
GN|GIN|Guinea|Guinée|Guinea|
GW|GNB|Guinea-Bissau|Guinée-Bissau|Guinea-Bissau|Guinea-Bissáu
GY|GUY|Guyana|Guyana|Guyana|
HT|HTI|Haiti|Haïti|Haití|
VA|VAT|Holy See|Saint-Siège|Santa Sede|Vatican;Vatican City;Vaticano
HN|HND|Honduras|Honduras|Honduras|
HU|HUN|Hungary|Hongrie|Hungría|
IS|ISL|Iceland|Islande|Islandia|
IN|IND|India|Inde|India|
ID|IDN|Indonesia|Indonésie|Indonesia|
IR|IRN|Iran (Islamic Republic of)|Iran (République islamique d')|Irán (República Islámica del)|\
Iran;Islamic Republic of Iran;République islamique d'Iran;Irán;República Islámica del Irán
IQ|IRQ|Iraq|Iraq|Iraq|Irak
IE|IRL|Ireland|Irlande|Irlanda|
IL|ISR|Israel|Israël|Israel|
IT|ITA|Italy|Italie|Italia|
JM|JAM|Jamaica|Jamaïque|Jamaica|
JP|JPN|Japan|Japon|Japón|
JO|JOR|Jordan|Jordanie|Jordania|
KZ|KAZ|Kazakhstan|Kazakhstan|Kazajstán|
KE|KEN|Kenya|Kenya|Kenya|Kenia
KI|KIR|Kiribati|Kiribati|Kiribati|
KW|KWT|Kuwait|Koweït|Kuwait|
KG|KGZ|Kyrgyzstan|Kirghizistan|Kirguistán|Kyrgyz Republic
LA|LAO|Lao People's Democratic Republic|République démocratique populaire lao|\
República Democrática Popular Lao|Laos;Lao PDR
LV|LVA|Latvia|Lettonie|Letonia|
LB|LBN|Lebanon|Liban|Líbano|
LS|LSO|Lesotho|Lesotho|Lesotho|Lesoto
LR|LBR|Liberia|Libéria|Liberia|
LY|LBY|Libya|Libye|Libia|
LI|LIE|Liechtenstein|Liechtenstein|Liechtenstein|
LT|LTU|Lithuania|Lituanie|Lituania|
LU|LUX|Luxembourg|Luxembourg|Luxemburgo|
MG|MDG|Madagascar|Madagascar|Madagascar|
MW|MWI|Malawi|Malawi|Malawi|Malaui
MY|MYS|Malaysia|Malaisie|Malasia|
MV|MDV|Maldives|Maldives|Maldivas|
ML|MLI|Mali|Mali|Malí|
MT|MLT|Malta|Malte|Malta|
MH|MHL|Marshall Islands|Îles Marshall|Islas Marshall|
MR|MRT|Mauritania|Mauritanie|Mauritania|
MU|MUS|Mauritius|Maurice|Mauricio|Île Maurice
MX|MEX|Mexico|Mexique|México|Méjico
FM|FSM|Micronesia (Federated States of)|Micronésie (États fédérés de)|Micronesia (Estados Federados de)|\
Micronesia;Federated States of Micronesia;Micronésie;États fédérés de Micronésie;\
Estados Federados de Micronesia
MC|MCO|Monaco|Monaco|Mónaco|
MN|MNG|Mongolia|Mongolie|Mongolia|
ME|MNE|Montenegro|Monténégro|Montenegro|
MA|MAR|Morocco|Maroc|Marruecos|
MZ|MOZ|Mozambique|Mozambique|Mozambique|
MM|MMR|Myanmar|Myanmar|Myanmar|Burma;Birmanie;Birmania
NA|NAM|Namibia|Namibie|Namibia|
NR|NRU|Nauru|Nauru|Nauru|
NP|NPL|Nepal|Népal|Nepal|
NL|NLD|Netherlands (Kingdom of the)|Pays-Bas (Royaume des)|Países Bajos (Reino de los)|\
Netherlands;The Netherlands;Kingdom of the Netherlands;Holland;Pays-Bas;Royaume des Pays-Bas;\
Países Bajos;Reino de los Países Bajos
NZ|NZL|New Zealand|Nouvelle-Zélande|Nueva Zelandia|Nueva Zelanda
NI|NIC|Nicaragua|Nicaragua|Nicaragua|
NE|NER|Niger|Niger|Níger|
NG|NGA|Nigeria|Nigéria|Nigeria|
MK|MKD|North Macedonia|Macédoine du Nord|Macedonia del Norte|\
The former Yugoslav Republic of Macedonia;Macedonia;Macédoine
NO|NOR|Norway|Norvège|Noruega|
OM|OMN|Oman|Oman|Omán|
PK|PAK|Pakistan|Pakistan|Pakistán|
PW|PLW|Palau|Palaos|Palau|
PA|PAN|Panama|Panama|Panamá|
PG|PNG|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papua Nueva Guinea|
PY|PRY|Paraguay|Paraguay|Paraguay|
PE|PER|Peru|Pérou|Perú|
PH|PHL|Philippines|Philippines|Filipinas|The Philippines
PL|POL|Poland|Pologne|Polonia|
PT|PRT|Portugal|Portugal|Portugal|
QA|QAT|Qatar|Qatar|Qatar|Catar
KR|KOR|Republic of Korea|République de Corée|República de Corea|\
South Korea;Corée du Sud;Corea del Sur
MD|MDA|Republic of Moldova|République de Moldova|República de Moldova|Moldova;Moldavie;Moldavia
RO|ROU|Romania|Roumanie|Rumania|Rumanía
RU|RUS|Russian Federation|Fédération de Russie|Federación de Rusia|Russia;Russie;Rusia
RW|RWA|Rwanda|Rwanda|Rwanda|Ruanda
KN|KNA|Saint Kitts and Nevis|Saint-Kitts-et-Nevis|Saint Kitts y Nevis|\
St. Kitts and Nevis;San Cristóbal y Nieves
LC|LCA|Saint Lucia|Sainte-Lucie|Santa Lucía|St. Lucia
VC|VCT|Saint Vincent and the Grenadines|\
Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|\
St. Vincent and the Grenadines
WS|WSM|Samoa|Samoa|Samoa|
SM|SMR|San Marino|Saint-Marin|San Marino|
ST|STP|Sao Tome and Principe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|São Tomé and Príncipe
SA|SAU|Saudi Arabia|Arabie saoudite|Arabia Saudita|Kingdom of Saudi Arabia
SN|SEN|Senegal|Sénégal|Senegal|
RS|SRB|Serbia|Serbie|Serbia|
SC|SYC|Seychelles|Seychelles|Seychelles|
SL|SLE|Sierra Leone|Sierra Leone|Sierra Leona|
SG|SGP|Singapore|Singapour|Singapur|
SK|SVK|Slovakia|Slovaquie|Eslovaquia|Slovak Republic
SI|SVN|Slovenia|Slovénie|Eslovenia|
SB|SLB|Solomon Islands|Îles Salomon|Islas Salomón|
SO|SOM|Somalia|Somalie|Somalia|
ZA|ZAF|South Africa|Afrique du Sud|Sudáfrica|
SS|SSD|South Sudan|Soudan du Sud|Sudán del Sur|
ES|ESP|Spain|Espagne|España|
LK|LKA|Sri Lanka|Sri Lanka|Sri Lanka|
PS|PSE|State of Palestine|État de Palestine|Estado de Palestina|Palestine;Palestina
SD|SDN|Sudan|Soudan|Sudán|
SR|SUR|Suriname|Suriname|Suriname|Surinam
SE|SWE|Sweden|Suède|Suecia|
CH|CHE|Switzerland|Suisse|Suiza|Swiss Confederation
SY|SYR|Syrian Arab Republic|République arabe syrienne|República Árabe Siria|Syria;Syrie;Siria
TJ|TJK|Tajikistan|Tadjikistan|Tayikistán|
TH|THA|Thailand|Thaïlande|Tailandia|
TL|TLS|Timor-Leste|Timor-Leste|Timor-Leste|East Timor;Timor oriental
TG|TGO|Togo|Togo|Togo|
TO|TON|Tonga|Tonga|Tonga|
TT|TTO|Trinidad and Tobago|Trinité-et-Tobago|Trinidad y Tabago|Trinidad & Tobago
TN|TUN|Tunisia|Tunisie|Túnez|
TR|TUR|Türkiye|Türkiye|Türkiye|Turkey;Turquie;Turquía;Turkiye
TM|TKM|Turkmenistan|Turkménistan|Turkmenistán|
TV|TUV|Tuvalu|Tuvalu|Tuvalu|
UG|UGA|Uganda|Ouganda|Uganda|
UA|UKR|Ukraine|Ukraine|Ucrania|
AE|ARE|United Arab Emirates|Émirats arabes unis|Emiratos Árabes Unidos|UAE
GB|GBR|United Kingdom of Great Britain and Northern Ireland|\
Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|Reino Unido de Gran Bretaña e Irlanda del Norte|\
United Kingdom;Great Britain;UK;Royaume-Uni;Reino Unido
TZ|TZA|United Republic of Tanzania|République-Unie de Tanzanie|República Unida de Tanzanía|\
Tanzania;Tanzanie;Tanzanía
US|USA|United States of America|États-Unis d'Amérique|Estados Unidos de América|\
United States;USA;États-Unis;Estados Unidos
UY|URY|Uruguay|Uruguay|Uruguay|
UZ|UZB|Uzbekistan|Ouzbékistan|Uzbekistán|
VU|VUT|Vanuatu|Vanuatu|Vanuatu|
VE|VEN|Venezuela (Bolivarian Republic of)|Venezuela (République bolivarienne du)|\
Venezuela (República Bolivariana de)|Venezuela;Bolivarian Republic of Venezuela;\
République bolivarienne du Venezuela;República Bolivariana de Venezuela
VN|VNM|Viet Nam|Viet Nam|Viet Nam|Vietnam
YE|YEM|Yemen|Yémen|Yemen|
ZM|ZMB|Zambia|Zambie|Zambia|
ZW|ZWE|Zimbabwe|Zimbabwe|Zimbabwe|Zimbabue
"""
