-- A company file. Every table has the column id: a number that never changes and is never given twice; lists and the
-- journal know a row by it. A code that names another row is NULL when blank; every other text is '' when blank.
-- A reference may be broken while a command is under way, as undo puts rows back in any order; it counts at the commit.
-- Amounts are whole hundred-thousandths, dates ISO days (NULL when blank), options their position in the list of options.

-- == The company and its numbers ==

CREATE TABLE setup (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  company_name TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'en',
  region TEXT NOT NULL DEFAULT 'sv',
  dark INTEGER NOT NULL DEFAULT 0,
  laptop_prefix TEXT NOT NULL DEFAULT '',
  lcy_code TEXT NOT NULL DEFAULT 'SEK',
  amount_rounding INTEGER NOT NULL DEFAULT 1000 CHECK (amount_rounding > 0),
  unit_amount_rounding INTEGER NOT NULL DEFAULT 1 CHECK (unit_amount_rounding > 0),
  campaign_nos TEXT REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  segment_nos TEXT REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  contact_nos TEXT REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer_nos TEXT REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  item_nos TEXT REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  quote_nos TEXT REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  salesperson_code TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  vat INTEGER NOT NULL DEFAULT 0,
  price_vat_group TEXT NOT NULL DEFAULT '',
  quote_price_group TEXT REFERENCES customer_price_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  quote_disc_group TEXT REFERENCES customer_disc_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  quote_vat_group TEXT NOT NULL DEFAULT '',
  bc_overwriting INTEGER NOT NULL DEFAULT 0,
  journal_days INTEGER NOT NULL DEFAULT 90,
  customer_relation TEXT NOT NULL DEFAULT 'CUST'
) STRICT;

CREATE TABLE no_series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '',
  default_nos INTEGER NOT NULL DEFAULT 1,
  manual_nos INTEGER NOT NULL DEFAULT 1,
  date_order INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE no_series_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  series_code TEXT NOT NULL REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL,
  starting_date TEXT,
  starting_no TEXT NOT NULL DEFAULT '',
  ending_no TEXT NOT NULL DEFAULT '',
  warning_no TEXT NOT NULL DEFAULT '',
  increment_by INTEGER NOT NULL DEFAULT 1 CHECK (increment_by >= 1),
  last_no_used TEXT NOT NULL DEFAULT '',
  last_date_used TEXT,
  open INTEGER NOT NULL DEFAULT 1,
  UNIQUE (series_code, line_no)
) STRICT;

CREATE TABLE no_series_relationship (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  series_code TEXT NOT NULL REFERENCES no_series (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (code, series_code)
) STRICT;
CREATE INDEX no_series_relationship_by_series ON no_series_relationship (series_code);

-- == Registers ==

CREATE TABLE salesperson (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL DEFAULT '' COLLATE swedish,
  job_title TEXT NOT NULL DEFAULT '',
  commission INTEGER NOT NULL DEFAULT 0 CHECK (commission BETWEEN 0 AND 10000000),
  phone_no TEXT NOT NULL DEFAULT '',
  e_mail TEXT NOT NULL DEFAULT '',
  privacy_blocked INTEGER NOT NULL DEFAULT 0,
  blocked INTEGER NOT NULL DEFAULT 0,
  words TEXT AS (words(code || ' ' || name)) STORED
) STRICT;

CREATE TABLE currency (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  amount_rounding INTEGER NOT NULL DEFAULT 1000 CHECK (amount_rounding > 0),
  unit_amount_rounding INTEGER NOT NULL DEFAULT 1 CHECK (unit_amount_rounding > 0)
) STRICT;

CREATE TABLE exchange_rate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  currency_code TEXT NOT NULL REFERENCES currency (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  starting_date TEXT,
  exchange_rate_amount INTEGER NOT NULL CHECK (exchange_rate_amount > 0),
  relational_amount INTEGER NOT NULL CHECK (relational_amount > 0)
) STRICT;
CREATE UNIQUE INDEX exchange_rate_key ON exchange_rate (currency_code, ifnull(starting_date, ''));

CREATE TABLE vat_posting_setup (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  business_group TEXT NOT NULL,
  product_group TEXT NOT NULL,
  vat INTEGER NOT NULL DEFAULT 0 CHECK (vat BETWEEN 0 AND 10000000),
  calculation_type INTEGER NOT NULL DEFAULT 0,
  UNIQUE (business_group, product_group)
) STRICT;

CREATE TABLE dimension_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dimension INTEGER NOT NULL CHECK (dimension IN (1, 2)),
  code TEXT NOT NULL CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '',
  UNIQUE (dimension, code)
) STRICT;

CREATE TABLE unit_of_measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE customer_price_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  allow_line_disc INTEGER NOT NULL DEFAULT 1,
  allow_invoice_disc INTEGER NOT NULL DEFAULT 1,
  price_includes_vat INTEGER NOT NULL DEFAULT 0,
  vat_group TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE customer_disc_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE item_disc_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  no TEXT NOT NULL UNIQUE CHECK (no <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  base_unit TEXT REFERENCES unit_of_measure (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  sales_unit TEXT REFERENCES unit_of_measure (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  unit_price INTEGER NOT NULL DEFAULT 0 CHECK (unit_price >= 0),
  unit_cost INTEGER NOT NULL DEFAULT 0 CHECK (unit_cost >= 0),
  item_disc_group TEXT REFERENCES item_disc_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  allow_invoice_disc INTEGER NOT NULL DEFAULT 1,
  price_includes_vat INTEGER NOT NULL DEFAULT 0,
  price_vat_group TEXT NOT NULL DEFAULT '',
  vat_product_group TEXT NOT NULL DEFAULT '',
  blocked INTEGER NOT NULL DEFAULT 0,
  words TEXT AS (words(no || ' ' || description)) STORED
) STRICT;
CREATE INDEX item_description ON item (description);
CREATE INDEX item_by_disc_group ON item (item_disc_group);
CREATE INDEX item_by_base_unit ON item (base_unit);
CREATE INDEX item_by_sales_unit ON item (sales_unit);

CREATE TABLE item_unit_of_measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_no TEXT NOT NULL REFERENCES item (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL REFERENCES unit_of_measure (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  qty_per_unit INTEGER NOT NULL CHECK (qty_per_unit > 0),
  UNIQUE (item_no, code)
) STRICT;
CREATE INDEX item_unit_by_code ON item_unit_of_measure (code);

CREATE TABLE item_variant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_no TEXT NOT NULL REFERENCES item (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  UNIQUE (item_no, code)
) STRICT;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  no TEXT NOT NULL UNIQUE CHECK (no <> ''),
  name TEXT NOT NULL DEFAULT '' COLLATE swedish,
  address TEXT NOT NULL DEFAULT '',
  post_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  country_code TEXT NOT NULL DEFAULT '',
  phone_no TEXT NOT NULL DEFAULT '',
  e_mail TEXT NOT NULL DEFAULT '',
  contact_name TEXT NOT NULL DEFAULT '',
  salesperson_code TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  currency_code TEXT REFERENCES currency (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer_price_group TEXT REFERENCES customer_price_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer_disc_group TEXT REFERENCES customer_disc_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  prices_including_vat INTEGER NOT NULL DEFAULT 0,
  vat_group TEXT NOT NULL DEFAULT '',
  allow_line_disc INTEGER NOT NULL DEFAULT 1,
  words TEXT AS (words(no || ' ' || name || ' ' || city || ' ' || post_code || ' ' || phone_no || ' ' || e_mail)) STORED
) STRICT;
CREATE INDEX customer_name ON customer (name);
CREATE INDEX customer_by_price_group ON customer (customer_price_group);
CREATE INDEX customer_by_disc_group ON customer (customer_disc_group);
CREATE INDEX customer_by_salesperson ON customer (salesperson_code);
CREATE INDEX customer_by_currency ON customer (currency_code);

CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  no TEXT NOT NULL UNIQUE CHECK (no <> ''),
  type INTEGER NOT NULL DEFAULT 0 CHECK (type IN (0, 1)),
  name TEXT NOT NULL DEFAULT '' COLLATE swedish,
  company_no TEXT REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  company_name TEXT NOT NULL DEFAULT '' COLLATE swedish,
  first_name TEXT NOT NULL DEFAULT '',
  middle_name TEXT NOT NULL DEFAULT '',
  surname TEXT NOT NULL DEFAULT '',
  job_title TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  address_2 TEXT NOT NULL DEFAULT '',
  post_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  county TEXT NOT NULL DEFAULT '',
  country_code TEXT NOT NULL DEFAULT '',
  phone_no TEXT NOT NULL DEFAULT '',
  mobile_phone_no TEXT NOT NULL DEFAULT '',
  e_mail TEXT NOT NULL DEFAULT '',
  home_page TEXT NOT NULL DEFAULT '',
  salesperson_code TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  territory_code TEXT NOT NULL DEFAULT '',
  language_code TEXT NOT NULL DEFAULT '',
  no_series TEXT NOT NULL DEFAULT '',
  exclude_from_segment INTEGER NOT NULL DEFAULT 0,
  last_date_modified TEXT,
  words TEXT AS (words(no || ' ' || name || ' ' || company_name || ' ' || city || ' ' || post_code || ' ' || phone_no || ' ' || mobile_phone_no || ' ' || e_mail)) STORED
) STRICT;
CREATE INDEX contact_by_company ON contact (company_name, company_no, type, name);
CREATE INDEX contact_by_company_no ON contact (company_no);
CREATE INDEX contact_name ON contact (name);
CREATE INDEX contact_by_salesperson ON contact (salesperson_code);

CREATE TABLE contact_customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL UNIQUE REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer_no TEXT NOT NULL UNIQUE REFERENCES customer (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- == Campaigns ==

CREATE TABLE campaign_status (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  no TEXT NOT NULL UNIQUE CHECK (no <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  starting_date TEXT,
  ending_date TEXT,
  salesperson_code TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  last_date_modified TEXT,
  no_series TEXT NOT NULL DEFAULT '',
  dimension_1_code TEXT NOT NULL DEFAULT '',
  dimension_2_code TEXT NOT NULL DEFAULT '',
  status_code TEXT REFERENCES campaign_status (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  words TEXT AS (words(no || ' ' || description)) STORED
) STRICT;
CREATE INDEX campaign_by_salesperson ON campaign (salesperson_code, no);
CREATE INDEX campaign_by_status ON campaign (status_code);

CREATE TABLE comment_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_no TEXT NOT NULL REFERENCES campaign (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL,
  date TEXT,
  code TEXT NOT NULL DEFAULT '',
  comment TEXT NOT NULL DEFAULT '',
  last_date_modified TEXT,
  UNIQUE (campaign_no, line_no)
) STRICT;

CREATE TABLE campaign_target (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  type INTEGER NOT NULL CHECK (type IN (0, 1)),
  no TEXT NOT NULL CHECK (no <> ''),
  campaign_no TEXT NOT NULL REFERENCES campaign (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (type, no, campaign_no)
) STRICT;
CREATE INDEX campaign_target_by_campaign ON campaign_target (campaign_no, type, no);

CREATE TABLE sales_price (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sales_type INTEGER NOT NULL CHECK (sales_type BETWEEN 0 AND 3),
  sales_code TEXT NOT NULL DEFAULT '',
  item_no TEXT NOT NULL REFERENCES item (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  variant_code TEXT NOT NULL DEFAULT '',
  currency_code TEXT REFERENCES currency (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  unit_code TEXT REFERENCES unit_of_measure (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  minimum_quantity INTEGER NOT NULL DEFAULT 0 CHECK (minimum_quantity >= 0),
  unit_price INTEGER NOT NULL DEFAULT 0 CHECK (unit_price >= 0),
  starting_date TEXT,
  ending_date TEXT,
  price_includes_vat INTEGER NOT NULL DEFAULT 0,
  vat_group TEXT NOT NULL DEFAULT '',
  allow_line_disc INTEGER NOT NULL DEFAULT 1,
  allow_invoice_disc INTEGER NOT NULL DEFAULT 1,
  CHECK (sales_code <> '' OR sales_type = 2)
) STRICT;
-- The key of CP 7.1; its order is also the reading order of CP-226 for one item.
CREATE UNIQUE INDEX sales_price_key ON sales_price (item_no, sales_type, sales_code, ifnull(starting_date, ''),
  ifnull(currency_code, ''), variant_code, ifnull(unit_code, ''), minimum_quantity);
CREATE INDEX sales_price_by_party ON sales_price (sales_code, item_no, sales_type);
CREATE INDEX sales_price_by_currency ON sales_price (currency_code) WHERE currency_code IS NOT NULL;
CREATE INDEX sales_price_by_unit ON sales_price (unit_code, item_no);

CREATE TABLE sales_line_discount (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sales_type INTEGER NOT NULL CHECK (sales_type BETWEEN 0 AND 3),
  sales_code TEXT NOT NULL DEFAULT '',
  type INTEGER NOT NULL CHECK (type IN (0, 1)),
  code TEXT NOT NULL CHECK (code <> ''),
  variant_code TEXT NOT NULL DEFAULT '',
  currency_code TEXT REFERENCES currency (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  unit_code TEXT REFERENCES unit_of_measure (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  minimum_quantity INTEGER NOT NULL DEFAULT 0 CHECK (minimum_quantity >= 0),
  line_discount INTEGER NOT NULL DEFAULT 0 CHECK (line_discount BETWEEN 0 AND 10000000),
  starting_date TEXT,
  ending_date TEXT,
  CHECK (sales_code <> '' OR sales_type = 2)
) STRICT;
CREATE UNIQUE INDEX sales_line_discount_key ON sales_line_discount (code, type, sales_type, sales_code,
  ifnull(starting_date, ''), ifnull(currency_code, ''), variant_code, ifnull(unit_code, ''), minimum_quantity);
CREATE INDEX sales_line_discount_by_party ON sales_line_discount (sales_code, code, type, sales_type);
CREATE INDEX sales_line_discount_by_currency ON sales_line_discount (currency_code) WHERE currency_code IS NOT NULL;
CREATE INDEX sales_line_discount_by_unit ON sales_line_discount (unit_code, code);

-- == Segments and what was logged from them ==

CREATE TABLE segment_header (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  no TEXT NOT NULL UNIQUE CHECK (no <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  salesperson_code TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  date TEXT,
  campaign_no TEXT REFERENCES campaign (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  campaign_target INTEGER NOT NULL DEFAULT 0,
  campaign_response INTEGER NOT NULL DEFAULT 0,
  no_series TEXT NOT NULL DEFAULT '',
  words TEXT AS (words(no || ' ' || description)) STORED
) STRICT;
CREATE INDEX segment_by_campaign ON segment_header (campaign_no);
CREATE INDEX segment_by_salesperson ON segment_header (salesperson_code);

CREATE TABLE segment_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  segment_no TEXT NOT NULL REFERENCES segment_header (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL,
  contact_no TEXT REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  contact_company_no TEXT REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  salesperson_code TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  date TEXT,
  campaign_no TEXT REFERENCES campaign (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  campaign_target INTEGER NOT NULL DEFAULT 0,
  campaign_response INTEGER NOT NULL DEFAULT 0,
  UNIQUE (segment_no, line_no)
) STRICT;
CREATE INDEX segment_line_by_contact ON segment_line (contact_no, segment_no);
CREATE INDEX segment_line_by_company ON segment_line (contact_company_no, campaign_no, campaign_target);
CREATE INDEX segment_line_by_campaign ON segment_line (campaign_no, campaign_target, contact_company_no, contact_no);
CREATE INDEX segment_line_by_salesperson ON segment_line (salesperson_code);

CREATE TABLE interaction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL DEFAULT '',
  contact_company_no TEXT NOT NULL DEFAULT '',
  date TEXT,
  description TEXT NOT NULL DEFAULT '',
  cost INTEGER NOT NULL DEFAULT 0,
  duration INTEGER NOT NULL DEFAULT 0,
  campaign_no TEXT NOT NULL DEFAULT '',
  campaign_target INTEGER NOT NULL DEFAULT 0,
  campaign_response INTEGER NOT NULL DEFAULT 0,
  segment_no TEXT NOT NULL DEFAULT '',
  salesperson_code TEXT NOT NULL DEFAULT '',
  canceled INTEGER NOT NULL DEFAULT 0,
  postponed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX interaction_by_campaign ON interaction (campaign_no, campaign_target, contact_company_no, contact_no,
  postponed, canceled, campaign_response, cost, duration);
CREATE INDEX interaction_by_contact ON interaction (contact_no);
CREATE INDEX interaction_by_company ON interaction (contact_company_no);

-- == Quotes ==

CREATE TABLE quote_header (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  no TEXT NOT NULL UNIQUE CHECK (no <> ''),
  customer_no TEXT REFERENCES customer (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  contact_no TEXT REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL DEFAULT '' COLLATE swedish,
  order_date TEXT,
  valid_until TEXT,
  salesperson_code TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  campaign_no TEXT NOT NULL DEFAULT '',
  currency_code TEXT REFERENCES currency (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer_price_group TEXT REFERENCES customer_price_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer_disc_group TEXT REFERENCES customer_disc_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  prices_including_vat INTEGER NOT NULL DEFAULT 0,
  vat_group TEXT NOT NULL DEFAULT '',
  allow_line_disc INTEGER NOT NULL DEFAULT 1,
  exchange_rate_amount INTEGER NOT NULL DEFAULT 100000,
  relational_amount INTEGER NOT NULL DEFAULT 100000,
  status INTEGER NOT NULL DEFAULT 0,
  no_series TEXT NOT NULL DEFAULT '',
  words TEXT AS (words(no || ' ' || name)) STORED
) STRICT;
CREATE INDEX quote_by_customer ON quote_header (customer_no);
CREATE INDEX quote_by_contact ON quote_header (contact_no);
CREATE INDEX quote_by_salesperson ON quote_header (salesperson_code);
CREATE INDEX quote_by_campaign ON quote_header (campaign_no);
CREATE INDEX quote_by_currency ON quote_header (currency_code) WHERE currency_code IS NOT NULL;
CREATE INDEX quote_by_price_group ON quote_header (customer_price_group) WHERE customer_price_group IS NOT NULL;
CREATE INDEX quote_by_disc_group ON quote_header (customer_disc_group) WHERE customer_disc_group IS NOT NULL;

CREATE TABLE quote_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  quote_no TEXT NOT NULL REFERENCES quote_header (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL,
  item_no TEXT REFERENCES item (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  variant_code TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  unit_code TEXT REFERENCES unit_of_measure (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL DEFAULT 0,
  unit_price INTEGER NOT NULL DEFAULT 0,
  line_discount INTEGER NOT NULL DEFAULT 0 CHECK (line_discount BETWEEN 0 AND 10000000),
  line_discount_amount INTEGER NOT NULL DEFAULT 0,
  line_amount INTEGER NOT NULL DEFAULT 0,
  customer_price_group TEXT REFERENCES customer_price_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer_disc_group TEXT REFERENCES customer_disc_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  allow_line_disc INTEGER NOT NULL DEFAULT 1,
  allow_invoice_disc INTEGER NOT NULL DEFAULT 1,
  manual_price INTEGER NOT NULL DEFAULT 0,
  manual_discount INTEGER NOT NULL DEFAULT 0,
  price_campaign_no TEXT NOT NULL DEFAULT '',
  discount_campaign_no TEXT NOT NULL DEFAULT '',
  UNIQUE (quote_no, line_no)
) STRICT;
CREATE INDEX quote_line_by_item ON quote_line (item_no);
CREATE INDEX quote_line_by_unit ON quote_line (unit_code);
CREATE INDEX quote_line_by_price_group ON quote_line (customer_price_group) WHERE customer_price_group IS NOT NULL;
CREATE INDEX quote_line_by_disc_group ON quote_line (customer_disc_group) WHERE customer_disc_group IS NOT NULL;

-- == How windows look, and how files were read; not in the journal ==

CREATE TABLE page_column (
  page TEXT NOT NULL, part TEXT NOT NULL, column_id TEXT NOT NULL,
  position INTEGER NOT NULL, width INTEGER NOT NULL, hidden INTEGER NOT NULL,
  PRIMARY KEY (page, part, column_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_state (
  page TEXT NOT NULL, part TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (page, part, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
  target TEXT NOT NULL, headings TEXT NOT NULL, mapping TEXT NOT NULL,
  PRIMARY KEY (target, headings)
) STRICT, WITHOUT ROWID;

-- == The journal (see journal.go) ==

CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  rows INTEGER NOT NULL DEFAULT 0,
  state INTEGER NOT NULL DEFAULT 0,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX journal_by_state ON journal (state, id);
CREATE INDEX journal_by_undoing ON journal (state, undone);

CREATE TABLE journal_row (
  entry INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  image TEXT,
  swapped TEXT,
  PRIMARY KEY (entry, tbl, row_id)
) STRICT, WITHOUT ROWID;

-- == Search: full-text indexes over the column words of tables; rowid = id of the row (see search.go) ==

CREATE VIRTUAL TABLE search_campaign USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_segment_header USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_contact USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_customer USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_item USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_quote_header USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_salesperson USING fts5 (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0");
