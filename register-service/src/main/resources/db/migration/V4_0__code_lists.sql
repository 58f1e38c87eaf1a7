-- Code lists with validity in time: areas (ISO 3166-2) and kinds of harm (domain K07). What is no longer valid is not
-- chosen any more, and stays, so that what was written with it keeps its words.

create table area (
    code       text primary key check (code ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
    country    text not null check (country = left(code, 2)),
    name       text not null check (length(name) between 1 and 200),
    valid_from date,
    valid_to   date check (valid_to > valid_from),
    version    int not null default 0
);
comment on table area is 'Parts of countries in ISO 3166-2 codes and their own words.';
create index area_country on area (country);

create table harm (
    code       text primary key check (code ~ '^[a-z]+(-[a-z]+)*$' and length(code) <= 40),
    name       text not null check (length(name) between 1 and 200),
    valid_from date,
    valid_to   date check (valid_to > valid_from),
    version    int not null default 0
);

grant select, insert, update on area, harm to ${app};

insert into area (code, country, name) values
    ('GB-ENG', 'GB', 'England'), ('GB-WLS', 'GB', 'Wales'), ('GB-SCT', 'GB', 'Scotland'),
    ('GB-NIR', 'GB', 'Northern Ireland'), ('GB-KEN', 'GB', 'Kent'), ('GB-LDS', 'GB', 'Leeds'),
    ('IE-C', 'IE', 'Connacht'), ('IE-L', 'IE', 'Leinster'), ('IE-M', 'IE', 'Munster'), ('IE-U', 'IE', 'Ulster'),
    ('FR-ARA', 'FR', 'Auvergne-Rhône-Alpes'), ('FR-BFC', 'FR', 'Bourgogne-Franche-Comté'), ('FR-BRE', 'FR', 'Bretagne'),
    ('FR-CVL', 'FR', 'Centre-Val de Loire'), ('FR-20R', 'FR', 'Corse'), ('FR-GES', 'FR', 'Grand Est'),
    ('FR-HDF', 'FR', 'Hauts-de-France'), ('FR-IDF', 'FR', 'Île-de-France'), ('FR-NOR', 'FR', 'Normandie'),
    ('FR-NAQ', 'FR', 'Nouvelle-Aquitaine'), ('FR-OCC', 'FR', 'Occitanie'), ('FR-PDL', 'FR', 'Pays de la Loire'),
    ('FR-PAC', 'FR', 'Provence-Alpes-Côte d''Azur'), ('FR-971', 'FR', 'Guadeloupe'), ('FR-972', 'FR', 'Martinique'),
    ('FR-973', 'FR', 'Guyane'), ('FR-974', 'FR', 'La Réunion'), ('FR-976', 'FR', 'Mayotte'), ('FR-69', 'FR', 'Rhône'),
    ('FR-69M', 'FR', 'Métropole de Lyon'),
    ('DE-BW', 'DE', 'Baden-Württemberg'), ('DE-BY', 'DE', 'Bayern'), ('DE-BE', 'DE', 'Berlin'),
    ('DE-BB', 'DE', 'Brandenburg'), ('DE-HB', 'DE', 'Bremen'), ('DE-HH', 'DE', 'Hamburg'), ('DE-HE', 'DE', 'Hessen'),
    ('DE-MV', 'DE', 'Mecklenburg-Vorpommern'), ('DE-NI', 'DE', 'Niedersachsen'), ('DE-NW', 'DE', 'Nordrhein-Westfalen'),
    ('DE-RP', 'DE', 'Rheinland-Pfalz'), ('DE-SL', 'DE', 'Saarland'), ('DE-SN', 'DE', 'Sachsen'),
    ('DE-ST', 'DE', 'Sachsen-Anhalt'), ('DE-SH', 'DE', 'Schleswig-Holstein'), ('DE-TH', 'DE', 'Thüringen'),
    ('NL-DR', 'NL', 'Drenthe'), ('NL-FL', 'NL', 'Flevoland'), ('NL-FR', 'NL', 'Fryslân'), ('NL-GE', 'NL', 'Gelderland'),
    ('NL-GR', 'NL', 'Groningen'), ('NL-LI', 'NL', 'Limburg'), ('NL-NB', 'NL', 'Noord-Brabant'),
    ('NL-NH', 'NL', 'Noord-Holland'), ('NL-OV', 'NL', 'Overijssel'), ('NL-UT', 'NL', 'Utrecht'),
    ('NL-ZE', 'NL', 'Zeeland'), ('NL-ZH', 'NL', 'Zuid-Holland'),
    ('BE-BRU', 'BE', 'Brussels Hoofdstedelijk Gewest / Région de Bruxelles-Capitale'), ('BE-VLG', 'BE', 'Vlaams Gewest'),
    ('BE-WAL', 'BE', 'Région wallonne'),
    ('ES-AN', 'ES', 'Andalucía'), ('ES-AR', 'ES', 'Aragón'), ('ES-AS', 'ES', 'Principado de Asturias'),
    ('ES-CN', 'ES', 'Canarias'), ('ES-CB', 'ES', 'Cantabria'), ('ES-CL', 'ES', 'Castilla y León'),
    ('ES-CM', 'ES', 'Castilla-La Mancha'), ('ES-CT', 'ES', 'Catalunya'), ('ES-EX', 'ES', 'Extremadura'),
    ('ES-GA', 'ES', 'Galicia'), ('ES-IB', 'ES', 'Illes Balears'), ('ES-RI', 'ES', 'La Rioja'),
    ('ES-MD', 'ES', 'Comunidad de Madrid'), ('ES-MC', 'ES', 'Región de Murcia'),
    ('ES-NC', 'ES', 'Comunidad Foral de Navarra'), ('ES-PV', 'ES', 'País Vasco / Euskadi'),
    ('ES-VC', 'ES', 'Comunitat Valenciana'), ('ES-CE', 'ES', 'Ceuta'), ('ES-ML', 'ES', 'Melilla'),
    ('PT-01', 'PT', 'Aveiro'), ('PT-02', 'PT', 'Beja'), ('PT-03', 'PT', 'Braga'), ('PT-04', 'PT', 'Bragança'),
    ('PT-05', 'PT', 'Castelo Branco'), ('PT-06', 'PT', 'Coimbra'), ('PT-07', 'PT', 'Évora'), ('PT-08', 'PT', 'Faro'),
    ('PT-09', 'PT', 'Guarda'), ('PT-10', 'PT', 'Leiria'), ('PT-11', 'PT', 'Lisboa'), ('PT-12', 'PT', 'Portalegre'),
    ('PT-13', 'PT', 'Porto'), ('PT-14', 'PT', 'Santarém'), ('PT-15', 'PT', 'Setúbal'),
    ('PT-16', 'PT', 'Viana do Castelo'), ('PT-17', 'PT', 'Vila Real'), ('PT-18', 'PT', 'Viseu'),
    ('PT-20', 'PT', 'Região Autónoma dos Açores'), ('PT-30', 'PT', 'Região Autónoma da Madeira'),
    ('IT-65', 'IT', 'Abruzzo'), ('IT-77', 'IT', 'Basilicata'), ('IT-78', 'IT', 'Calabria'), ('IT-72', 'IT', 'Campania'),
    ('IT-45', 'IT', 'Emilia-Romagna'), ('IT-36', 'IT', 'Friuli Venezia Giulia'), ('IT-62', 'IT', 'Lazio'),
    ('IT-42', 'IT', 'Liguria'), ('IT-25', 'IT', 'Lombardia'), ('IT-57', 'IT', 'Marche'), ('IT-67', 'IT', 'Molise'),
    ('IT-21', 'IT', 'Piemonte'), ('IT-75', 'IT', 'Puglia'), ('IT-88', 'IT', 'Sardegna'), ('IT-82', 'IT', 'Sicilia'),
    ('IT-52', 'IT', 'Toscana'), ('IT-32', 'IT', 'Trentino-Alto Adige'), ('IT-55', 'IT', 'Umbria'),
    ('IT-23', 'IT', 'Valle d''Aosta'), ('IT-34', 'IT', 'Veneto'),
    ('PL-02', 'PL', 'Dolnośląskie'), ('PL-04', 'PL', 'Kujawsko-pomorskie'), ('PL-06', 'PL', 'Lubelskie'),
    ('PL-08', 'PL', 'Lubuskie'), ('PL-10', 'PL', 'Łódzkie'), ('PL-12', 'PL', 'Małopolskie'),
    ('PL-14', 'PL', 'Mazowieckie'), ('PL-16', 'PL', 'Opolskie'), ('PL-18', 'PL', 'Podkarpackie'),
    ('PL-20', 'PL', 'Podlaskie'), ('PL-22', 'PL', 'Pomorskie'), ('PL-24', 'PL', 'Śląskie'),
    ('PL-26', 'PL', 'Świętokrzyskie'), ('PL-28', 'PL', 'Warmińsko-mazurskie'), ('PL-30', 'PL', 'Wielkopolskie'),
    ('PL-32', 'PL', 'Zachodniopomorskie'),
    ('RO-AB', 'RO', 'Alba'), ('RO-AR', 'RO', 'Arad'), ('RO-AG', 'RO', 'Argeș'), ('RO-BC', 'RO', 'Bacău'),
    ('RO-BH', 'RO', 'Bihor'), ('RO-BN', 'RO', 'Bistrița-Năsăud'), ('RO-BT', 'RO', 'Botoșani'), ('RO-BV', 'RO', 'Brașov'),
    ('RO-BR', 'RO', 'Brăila'), ('RO-B', 'RO', 'București'), ('RO-BZ', 'RO', 'Buzău'), ('RO-CS', 'RO', 'Caraș-Severin'),
    ('RO-CL', 'RO', 'Călărași'), ('RO-CJ', 'RO', 'Cluj'), ('RO-CT', 'RO', 'Constanța'), ('RO-CV', 'RO', 'Covasna'),
    ('RO-DB', 'RO', 'Dâmbovița'), ('RO-DJ', 'RO', 'Dolj'), ('RO-GL', 'RO', 'Galați'), ('RO-GR', 'RO', 'Giurgiu'),
    ('RO-GJ', 'RO', 'Gorj'), ('RO-HR', 'RO', 'Harghita'), ('RO-HD', 'RO', 'Hunedoara'), ('RO-IL', 'RO', 'Ialomița'),
    ('RO-IS', 'RO', 'Iași'), ('RO-IF', 'RO', 'Ilfov'), ('RO-MM', 'RO', 'Maramureș'), ('RO-MH', 'RO', 'Mehedinți'),
    ('RO-MS', 'RO', 'Mureș'), ('RO-NT', 'RO', 'Neamț'), ('RO-OT', 'RO', 'Olt'), ('RO-PH', 'RO', 'Prahova'),
    ('RO-SM', 'RO', 'Satu Mare'), ('RO-SJ', 'RO', 'Sălaj'), ('RO-SB', 'RO', 'Sibiu'), ('RO-SV', 'RO', 'Suceava'),
    ('RO-TR', 'RO', 'Teleorman'), ('RO-TM', 'RO', 'Timiș'), ('RO-TL', 'RO', 'Tulcea'), ('RO-VS', 'RO', 'Vaslui'),
    ('RO-VL', 'RO', 'Vâlcea'), ('RO-VN', 'RO', 'Vrancea'),
    ('SE-AB', 'SE', 'Stockholms län'), ('SE-AC', 'SE', 'Västerbottens län'), ('SE-BD', 'SE', 'Norrbottens län'),
    ('SE-C', 'SE', 'Uppsala län'), ('SE-D', 'SE', 'Södermanlands län'), ('SE-E', 'SE', 'Östergötlands län'),
    ('SE-F', 'SE', 'Jönköpings län'), ('SE-G', 'SE', 'Kronobergs län'), ('SE-H', 'SE', 'Kalmar län'),
    ('SE-I', 'SE', 'Gotlands län'), ('SE-K', 'SE', 'Blekinge län'), ('SE-M', 'SE', 'Skåne län'),
    ('SE-N', 'SE', 'Hallands län'), ('SE-O', 'SE', 'Västra Götalands län'), ('SE-S', 'SE', 'Värmlands län'),
    ('SE-T', 'SE', 'Örebro län'), ('SE-U', 'SE', 'Västmanlands län'), ('SE-W', 'SE', 'Dalarnas län'),
    ('SE-X', 'SE', 'Gävleborgs län'), ('SE-Y', 'SE', 'Västernorrlands län'), ('SE-Z', 'SE', 'Jämtlands län'),
    ('AT-1', 'AT', 'Burgenland'), ('AT-2', 'AT', 'Kärnten'), ('AT-3', 'AT', 'Niederösterreich'),
    ('AT-4', 'AT', 'Oberösterreich'), ('AT-5', 'AT', 'Salzburg'), ('AT-6', 'AT', 'Steiermark'), ('AT-7', 'AT', 'Tirol'),
    ('AT-8', 'AT', 'Vorarlberg'), ('AT-9', 'AT', 'Wien'),
    ('GR-A', 'GR', 'Ανατολική Μακεδονία και Θράκη'), ('GR-B', 'GR', 'Κεντρική Μακεδονία'),
    ('GR-C', 'GR', 'Δυτική Μακεδονία'), ('GR-D', 'GR', 'Ήπειρος'), ('GR-E', 'GR', 'Θεσσαλία'),
    ('GR-F', 'GR', 'Ιόνια Νησιά'), ('GR-G', 'GR', 'Δυτική Ελλάδα'), ('GR-H', 'GR', 'Στερεά Ελλάδα'),
    ('GR-I', 'GR', 'Αττική'), ('GR-J', 'GR', 'Πελοπόννησος'), ('GR-K', 'GR', 'Βόρειο Αιγαίο'),
    ('GR-L', 'GR', 'Νότιο Αιγαίο'), ('GR-M', 'GR', 'Κρήτη'), ('GR-69', 'GR', 'Άγιο Όρος');

insert into harm (code, name) values
    ('neglect', 'neglect'),
    ('physical-abuse', 'physical abuse'),
    ('emotional-abuse', 'emotional abuse'),
    ('sexual-abuse', 'sexual abuse'),
    ('domestic-violence', 'domestic violence'),
    ('trafficking', 'trafficking'),
    ('sexual-exploitation', 'sexual exploitation, through prostitution too'),
    ('criminal-exploitation', 'criminal exploitation'),
    ('gang-violence', 'gang and youth violence'),
    ('radicalisation', 'radicalisation'),
    ('self-harm', 'self-harm'),
    ('suicide', 'risk of suicide'),
    ('sexting', 'sexting and images of the child on the net'),
    ('fgm', 'female genital mutilation'),
    ('forced-marriage', 'forced marriage'),
    ('other', 'another kind of harm');

-- An agency says where it is in the codes of this list; what earlier registrars wrote stays until they change it.
alter table agency add constraint agency_area foreign key (area) references area not valid;
