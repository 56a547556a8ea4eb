-- Contacts, segments and interactions in full. Codes that a person may still rename or delete are references; what was logged
-- keeps codes as history, as plain text. Entry numbers are ids, so that none is given out again.

-- == Codes for contacts ==

CREATE TABLE territory (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE organizational_level (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE salutation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE salutation_formula (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  salutation_code TEXT NOT NULL REFERENCES salutation (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  language_code TEXT NOT NULL DEFAULT '',
  type INTEGER NOT NULL DEFAULT 0 CHECK (type IN (0, 1)),
  salutation TEXT NOT NULL DEFAULT '',
  name_1 INTEGER NOT NULL DEFAULT 0,
  name_2 INTEGER NOT NULL DEFAULT 0,
  name_3 INTEGER NOT NULL DEFAULT 0,
  name_4 INTEGER NOT NULL DEFAULT 0,
  name_5 INTEGER NOT NULL DEFAULT 0,
  UNIQUE (salutation_code, language_code, type)
) STRICT;

CREATE TABLE industry_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE mailing_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE job_responsibility (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE business_relation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

-- == Contacts, with references to those codes: a table gets them only when it is made anew ==

INSERT INTO territory (code) SELECT DISTINCT territory_code FROM contact WHERE territory_code <> '' ORDER BY 1;

CREATE TABLE contact_2 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  no TEXT NOT NULL UNIQUE CHECK (no <> ''),
  type INTEGER NOT NULL DEFAULT 0 CHECK (type IN (0, 1)),
  name TEXT NOT NULL DEFAULT '' COLLATE swedish,
  search_name TEXT NOT NULL DEFAULT '',
  name_2 TEXT NOT NULL DEFAULT '',
  company_no TEXT REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  company_name TEXT NOT NULL DEFAULT '' COLLATE swedish,
  first_name TEXT NOT NULL DEFAULT '',
  middle_name TEXT NOT NULL DEFAULT '',
  surname TEXT NOT NULL DEFAULT '',
  job_title TEXT NOT NULL DEFAULT '',
  initials TEXT NOT NULL DEFAULT '',
  organizational_level_code TEXT REFERENCES organizational_level (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  address TEXT NOT NULL DEFAULT '',
  address_2 TEXT NOT NULL DEFAULT '',
  post_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  county TEXT NOT NULL DEFAULT '',
  country_code TEXT NOT NULL DEFAULT '',
  phone_no TEXT NOT NULL DEFAULT '',
  mobile_phone_no TEXT NOT NULL DEFAULT '',
  fax_no TEXT NOT NULL DEFAULT '',
  extension_no TEXT NOT NULL DEFAULT '',
  pager TEXT NOT NULL DEFAULT '',
  e_mail TEXT NOT NULL DEFAULT '',
  e_mail_2 TEXT NOT NULL DEFAULT '',
  home_page TEXT NOT NULL DEFAULT '',
  salesperson_code TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  territory_code TEXT REFERENCES territory (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  currency_code TEXT REFERENCES currency (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  language_code TEXT NOT NULL DEFAULT '',
  format_region TEXT NOT NULL DEFAULT '',
  correspondence_type INTEGER NOT NULL DEFAULT 0,
  salutation_code TEXT REFERENCES salutation (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  vat_registration_no TEXT NOT NULL DEFAULT '',
  registration_no TEXT NOT NULL DEFAULT '',
  external_id TEXT NOT NULL DEFAULT '',
  no_series TEXT NOT NULL DEFAULT '',
  exclude_from_segment INTEGER NOT NULL DEFAULT 0,
  privacy_blocked INTEGER NOT NULL DEFAULT 0,
  minor INTEGER NOT NULL DEFAULT 0,
  parental_consent INTEGER NOT NULL DEFAULT 0,
  last_date_modified TEXT,
  last_time_modified TEXT NOT NULL DEFAULT '',
  words TEXT AS (words(no || ' ' || name || ' ' || company_name || ' ' || city || ' ' || post_code || ' ' || phone_no || ' ' || mobile_phone_no || ' ' || e_mail)) STORED
) STRICT;
INSERT INTO contact_2 (id, no, type, name, search_name, company_no, company_name, first_name, middle_name, surname, job_title, address, address_2,
    post_code, city, county, country_code, phone_no, mobile_phone_no, e_mail, home_page, salesperson_code, territory_code, language_code, no_series,
    exclude_from_segment, last_date_modified)
  SELECT id, no, type, name, fold(name), company_no, company_name, first_name, middle_name, surname, job_title, address, address_2,
    post_code, city, county, country_code, phone_no, mobile_phone_no, e_mail, home_page, salesperson_code, nullif(territory_code, ''), language_code, no_series,
    exclude_from_segment, last_date_modified FROM contact;
DELETE FROM sqlite_sequence WHERE name='contact_2';
UPDATE sqlite_sequence SET name='contact_2' WHERE name='contact';
DROP TABLE contact;
ALTER TABLE contact_2 RENAME TO contact;
CREATE INDEX contact_by_company ON contact (company_name, company_no, type, name);
CREATE INDEX contact_by_company_no ON contact (company_no);
CREATE INDEX contact_name ON contact (name);
CREATE INDEX contact_by_search_name ON contact (search_name);
CREATE INDEX contact_by_salesperson ON contact (salesperson_code);
CREATE INDEX contact_by_territory ON contact (territory_code);
CREATE INDEX contact_by_level ON contact (organizational_level_code) WHERE organizational_level_code IS NOT NULL;
CREATE INDEX contact_by_currency ON contact (currency_code) WHERE currency_code IS NOT NULL;
CREATE INDEX contact_by_salutation ON contact (salutation_code) WHERE salutation_code IS NOT NULL;

-- == What contacts have ==

-- A relation with a customer number is the link of a contact to the customer that it is, at most one each way.
CREATE TABLE contact_business_relation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  business_relation_code TEXT NOT NULL REFERENCES business_relation (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer_no TEXT UNIQUE REFERENCES customer (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (contact_no, business_relation_code)
) STRICT;
CREATE UNIQUE INDEX contact_relation_customer ON contact_business_relation (contact_no) WHERE customer_no IS NOT NULL;
CREATE INDEX contact_relation_by_code ON contact_business_relation (business_relation_code, contact_no);

INSERT INTO business_relation (code, description)
  SELECT ifnull(nullif(customer_relation, ''), 'CUST'), iif(language='sv', 'Kund', 'Customer') FROM setup;
INSERT INTO contact_business_relation (contact_no, business_relation_code, customer_no)
  SELECT contact_no, (SELECT code FROM business_relation), customer_no FROM contact_customer ORDER BY id;
DROP TABLE contact_customer;
CREATE VIEW contact_customer AS SELECT contact_no, customer_no FROM contact_business_relation WHERE customer_no IS NOT NULL;

CREATE TABLE contact_industry_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  industry_group_code TEXT NOT NULL REFERENCES industry_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (contact_no, industry_group_code)
) STRICT;
CREATE INDEX contact_industry_by_code ON contact_industry_group (industry_group_code, contact_no);

CREATE TABLE contact_mailing_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  mailing_group_code TEXT NOT NULL REFERENCES mailing_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (contact_no, mailing_group_code)
) STRICT;
CREATE INDEX contact_mailing_by_code ON contact_mailing_group (mailing_group_code, contact_no);

CREATE TABLE contact_job_responsibility (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  job_responsibility_code TEXT NOT NULL REFERENCES job_responsibility (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (contact_no, job_responsibility_code)
) STRICT;
CREATE INDEX contact_job_by_code ON contact_job_responsibility (job_responsibility_code, contact_no);

CREATE TABLE contact_alt_address (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL CHECK (code <> ''),
  company_name TEXT NOT NULL DEFAULT '' COLLATE swedish,
  company_name_2 TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  address_2 TEXT NOT NULL DEFAULT '',
  post_code TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  county TEXT NOT NULL DEFAULT '',
  country_code TEXT NOT NULL DEFAULT '',
  phone_no TEXT NOT NULL DEFAULT '',
  mobile_phone_no TEXT NOT NULL DEFAULT '',
  fax_no TEXT NOT NULL DEFAULT '',
  e_mail TEXT NOT NULL DEFAULT '',
  home_page TEXT NOT NULL DEFAULT '',
  UNIQUE (contact_no, code)
) STRICT;

CREATE TABLE contact_alt_addr_date_range (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  starting_date TEXT,
  ending_date TEXT,
  alt_address_code TEXT NOT NULL CHECK (alt_address_code <> '')
) STRICT;
CREATE UNIQUE INDEX contact_alt_addr_date_range_key ON contact_alt_addr_date_range (contact_no, ifnull(starting_date, ''));

CREATE TABLE profile_questionnaire (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  contact_type INTEGER NOT NULL DEFAULT 0,
  business_relation_code TEXT REFERENCES business_relation (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  priority INTEGER NOT NULL DEFAULT 2
) STRICT;
CREATE INDEX questionnaire_by_relation ON profile_questionnaire (business_relation_code);

CREATE TABLE profile_questionnaire_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  questionnaire_code TEXT NOT NULL REFERENCES profile_questionnaire (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL,
  type INTEGER NOT NULL DEFAULT 0 CHECK (type IN (0, 1)),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  multiple_answers INTEGER NOT NULL DEFAULT 0,
  priority INTEGER NOT NULL DEFAULT 2,
  automatic INTEGER NOT NULL DEFAULT 0,
  figure INTEGER NOT NULL DEFAULT 0,
  starting_date_formula TEXT NOT NULL DEFAULT '',
  ending_date_formula TEXT NOT NULL DEFAULT '',
  from_value INTEGER NOT NULL DEFAULT 0,
  to_value INTEGER NOT NULL DEFAULT 0,
  UNIQUE (questionnaire_code, line_no)
) STRICT;

CREATE TABLE contact_profile_answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  questionnaire_code TEXT NOT NULL REFERENCES profile_questionnaire (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL,
  answer_priority INTEGER NOT NULL DEFAULT 2,
  questionnaire_priority INTEGER NOT NULL DEFAULT 2,
  last_date_updated TEXT,
  UNIQUE (contact_no, questionnaire_code, line_no)
) STRICT;
CREATE INDEX profile_answer_by_line ON contact_profile_answer (questionnaire_code, line_no, contact_no);

-- == Duplicates ==

CREATE TABLE duplicate_search_setup (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  field TEXT NOT NULL CHECK (field <> ''),
  part INTEGER NOT NULL DEFAULT 0 CHECK (part IN (0, 1)),
  length INTEGER NOT NULL DEFAULT 5 CHECK (length BETWEEN 2 AND 10),
  UNIQUE (field, part)
) STRICT;
INSERT INTO duplicate_search_setup (field, part)
  SELECT field.value, part.value FROM json_each('["name","address","city","phone_no","vat_registration_no","post_code","e_mail","mobile_phone_no"]') AS field,
    json_each('[0,1]') AS part ORDER BY field.key, part.key;

-- What companies are compared by; kept by triggers and therefore not in the journal (see duplicate.go).
CREATE TABLE contact_search_string (
  contact INTEGER NOT NULL,
  setup INTEGER NOT NULL,
  string TEXT NOT NULL,
  PRIMARY KEY (contact, setup)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_search_string_by_string ON contact_search_string (string, setup, contact);

CREATE TABLE contact_duplicate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  duplicate_no TEXT NOT NULL REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  hits INTEGER NOT NULL DEFAULT 0,
  separate INTEGER NOT NULL DEFAULT 0,
  UNIQUE (contact_no, duplicate_no)
) STRICT;
CREATE INDEX contact_duplicate_by_duplicate ON contact_duplicate (duplicate_no);

-- == Comments of everything that has them ==

CREATE TABLE comment_line_2 (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  table_name INTEGER NOT NULL,
  no TEXT NOT NULL CHECK (no <> ''),
  sub_no INTEGER NOT NULL DEFAULT 0,
  line_no INTEGER NOT NULL,
  date TEXT,
  code TEXT NOT NULL DEFAULT '',
  comment TEXT NOT NULL DEFAULT '',
  last_date_modified TEXT,
  UNIQUE (table_name, no, sub_no, line_no)
) STRICT;
INSERT INTO comment_line_2 (id, table_name, no, line_no, date, code, comment, last_date_modified)
  SELECT id, 1, campaign_no, line_no, date, code, comment, last_date_modified FROM comment_line;
DELETE FROM sqlite_sequence WHERE name='comment_line_2';
UPDATE sqlite_sequence SET name='comment_line_2' WHERE name='comment_line';
DROP TABLE comment_line;
ALTER TABLE comment_line_2 RENAME TO comment_line;

-- == Attachments ==

-- A file that templates, segments and interactions name by its id. It is never changed, only added, so that it is not in the
-- journal either; it goes when nothing and no undo names it any more (see attachment.go). The content comes last, so that
-- the rest is read without it.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (sha256, file_name)
) STRICT;

-- == Templates ==

CREATE TABLE interaction_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish
) STRICT;

CREATE TABLE interaction_template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  interaction_group_code TEXT REFERENCES interaction_group (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  wizard_action INTEGER NOT NULL DEFAULT 0,
  correspondence_type INTEGER NOT NULL DEFAULT 0,
  language_code TEXT NOT NULL DEFAULT '',
  ignore_contact_corres_type INTEGER NOT NULL DEFAULT 0,
  unit_cost INTEGER NOT NULL DEFAULT 0 CHECK (unit_cost >= 0),
  unit_duration INTEGER NOT NULL DEFAULT 0 CHECK (unit_duration >= 0),
  information_flow INTEGER NOT NULL DEFAULT 0,
  initiated_by INTEGER NOT NULL DEFAULT 0,
  campaign_no TEXT REFERENCES campaign (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  campaign_target INTEGER NOT NULL DEFAULT 0,
  campaign_response INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX interaction_template_by_group ON interaction_template (interaction_group_code);
CREATE INDEX interaction_template_by_campaign ON interaction_template (campaign_no);

CREATE TABLE interaction_template_language (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  template_code TEXT NOT NULL REFERENCES interaction_template (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  language_code TEXT NOT NULL CHECK (language_code <> ''),
  description TEXT NOT NULL DEFAULT '',
  attachment_no INTEGER NOT NULL DEFAULT 0,
  UNIQUE (template_code, language_code)
) STRICT;
CREATE INDEX template_language_by_attachment ON interaction_template_language (attachment_no) WHERE attachment_no <> 0;

-- == Segments ==

ALTER TABLE segment_header ADD COLUMN interaction_template_code TEXT REFERENCES interaction_template (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE segment_header ADD COLUMN interaction_group_code TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_header ADD COLUMN language_code TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_header ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_header ADD COLUMN ignore_contact_corres_type INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_header ADD COLUMN correspondence_type INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_header ADD COLUMN information_flow INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_header ADD COLUMN initiated_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_header ADD COLUMN unit_cost INTEGER NOT NULL DEFAULT 0 CHECK (unit_cost >= 0);
ALTER TABLE segment_header ADD COLUMN unit_duration INTEGER NOT NULL DEFAULT 0 CHECK (unit_duration >= 0);
CREATE INDEX segment_by_template ON segment_header (interaction_template_code);

ALTER TABLE segment_line ADD COLUMN correspondence_type INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_line ADD COLUMN alt_address_code TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_line ADD COLUMN interaction_template_code TEXT REFERENCES interaction_template (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE segment_line ADD COLUMN interaction_group_code TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_line ADD COLUMN language_code TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_line ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_line ADD COLUMN evaluation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_line ADD COLUMN cost INTEGER NOT NULL DEFAULT 0 CHECK (cost >= 0);
ALTER TABLE segment_line ADD COLUMN duration INTEGER NOT NULL DEFAULT 0 CHECK (duration >= 0);
ALTER TABLE segment_line ADD COLUMN initiated_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_line ADD COLUMN information_flow INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_line ADD COLUMN contact_via TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_line ADD COLUMN time TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_line ADD COLUMN attempt_failed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segment_line ADD COLUMN task_no TEXT NOT NULL DEFAULT '';
ALTER TABLE segment_line ADD COLUMN opportunity_no TEXT NOT NULL DEFAULT '';
CREATE INDEX segment_line_by_template ON segment_line (interaction_template_code) WHERE interaction_template_code IS NOT NULL;

-- The languages of a segment's template; with a line number, of that line's own template.
CREATE TABLE segment_language (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  segment_no TEXT NOT NULL REFERENCES segment_header (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL DEFAULT 0,
  language_code TEXT NOT NULL CHECK (language_code <> ''),
  description TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  attachment_no INTEGER NOT NULL DEFAULT 0,
  UNIQUE (segment_no, line_no, language_code)
) STRICT;
CREATE INDEX segment_language_by_attachment ON segment_language (attachment_no) WHERE attachment_no <> 0;

CREATE TABLE segment_criteria_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  segment_no TEXT NOT NULL REFERENCES segment_header (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL,
  type INTEGER NOT NULL DEFAULT 0 CHECK (type IN (0, 1)),
  action INTEGER NOT NULL DEFAULT 0,
  allow_existing INTEGER NOT NULL DEFAULT 0,
  expand_companies INTEGER NOT NULL DEFAULT 0,
  allow_related_companies INTEGER NOT NULL DEFAULT 0,
  ignore_exclusion INTEGER NOT NULL DEFAULT 0,
  entire_companies INTEGER NOT NULL DEFAULT 0,
  section INTEGER NOT NULL DEFAULT 0,
  filters TEXT NOT NULL DEFAULT '',
  UNIQUE (segment_no, line_no)
) STRICT;

-- An insertion stands for all lines from the first to the last number that the action added, a deletion for one line.
CREATE TABLE segment_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  segment_no TEXT NOT NULL REFERENCES segment_header (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  action_no INTEGER NOT NULL,
  line_no INTEGER NOT NULL,
  last_line_no INTEGER NOT NULL,
  contact_no TEXT NOT NULL DEFAULT '',
  action_taken INTEGER NOT NULL DEFAULT 0 CHECK (action_taken IN (0, 1)),
  line TEXT NOT NULL DEFAULT '',
  UNIQUE (segment_no, action_no, line_no)
) STRICT;

CREATE TABLE saved_criteria (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  user_id TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE saved_criteria_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  criteria_code TEXT NOT NULL REFERENCES saved_criteria (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL,
  type INTEGER NOT NULL DEFAULT 0 CHECK (type IN (0, 1)),
  action INTEGER NOT NULL DEFAULT 0,
  allow_existing INTEGER NOT NULL DEFAULT 0,
  expand_companies INTEGER NOT NULL DEFAULT 0,
  allow_related_companies INTEGER NOT NULL DEFAULT 0,
  ignore_exclusion INTEGER NOT NULL DEFAULT 0,
  entire_companies INTEGER NOT NULL DEFAULT 0,
  section INTEGER NOT NULL DEFAULT 0,
  filters TEXT NOT NULL DEFAULT '',
  UNIQUE (criteria_code, line_no)
) STRICT;

-- == What was logged ==

CREATE TABLE logged_segment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  segment_no TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  creation_date TEXT,
  user_id TEXT NOT NULL DEFAULT '',
  canceled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX logged_segment_by_segment ON logged_segment (segment_no);

CREATE TABLE campaign_entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_no TEXT NOT NULL REFERENCES campaign (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
  description TEXT NOT NULL DEFAULT '' COLLATE swedish,
  date TEXT,
  user_id TEXT NOT NULL DEFAULT '',
  segment_no TEXT NOT NULL DEFAULT '',
  canceled INTEGER NOT NULL DEFAULT 0,
  canceled_with INTEGER NOT NULL DEFAULT 0,
  salesperson_code TEXT NOT NULL DEFAULT '',
  register_no INTEGER NOT NULL DEFAULT 0,
  document_type INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX campaign_entry_by_campaign ON campaign_entry (campaign_no, document_type, segment_no);
CREATE INDEX campaign_entry_by_register ON campaign_entry (register_no, canceled);
CREATE INDEX campaign_entry_by_segment ON campaign_entry (segment_no);

ALTER TABLE interaction ADD COLUMN information_flow INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN initiated_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN attachment_no INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN user_id TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN interaction_group_code TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN interaction_template_code TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN campaign_entry_no INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN evaluation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN time TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN attempt_failed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN task_no TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN delivery_status INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN canceled_with INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN correspondence_type INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN alt_address_code TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN logged_segment_no INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN document_type INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN document_no TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN contact_via TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN language_code TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN subject TEXT NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN opportunity_no TEXT NOT NULL DEFAULT '';

-- What was logged before there were logged segments and campaign entries gets them (SG-62, CE-3).
UPDATE interaction SET canceled_with=1 WHERE canceled=1;
INSERT INTO logged_segment (segment_no, description, creation_date)
  SELECT segment_no, min(description), max(date) FROM interaction
  WHERE segment_no <> '' AND postponed=0 AND segment_no NOT IN (SELECT no FROM segment_header) GROUP BY segment_no ORDER BY max(date), segment_no;
UPDATE interaction SET logged_segment_no=s.id FROM logged_segment AS s WHERE s.segment_no=interaction.segment_no AND postponed=0;
INSERT INTO campaign_entry (campaign_no, segment_no, date, description, salesperson_code, register_no)
  SELECT campaign_no, segment_no, min(date), iif(segment_no='', '', description), salesperson_code, max(logged_segment_no) FROM interaction
  WHERE postponed=0 AND campaign_no IN (SELECT no FROM campaign) GROUP BY campaign_no, segment_no ORDER BY min(date), campaign_no, segment_no;
UPDATE interaction SET campaign_entry_no=e.id FROM campaign_entry AS e
  WHERE e.campaign_no=interaction.campaign_no AND e.segment_no=interaction.segment_no AND postponed=0;

-- The figures of a campaign are read from this index alone, of all days or of some.
DROP INDEX interaction_by_campaign;
CREATE INDEX interaction_by_campaign ON interaction (campaign_no, campaign_target, contact_company_no, contact_no,
  postponed, canceled, campaign_response, cost, duration, date);
DROP INDEX interaction_by_contact;
CREATE INDEX interaction_by_contact ON interaction (contact_no, date);
DROP INDEX interaction_by_company;
CREATE INDEX interaction_by_company ON interaction (contact_company_no, date);
CREATE INDEX interaction_by_template ON interaction (interaction_template_code, postponed, canceled, date, cost, duration);
CREATE INDEX interaction_by_group ON interaction (interaction_group_code, postponed, canceled, date, cost, duration);
CREATE INDEX interaction_by_salesperson ON interaction (salesperson_code, postponed, canceled, cost, duration);
CREATE INDEX interaction_by_entry ON interaction (campaign_entry_no, canceled, cost, duration);
CREATE INDEX interaction_by_logged_segment ON interaction (logged_segment_no, canceled);
CREATE INDEX interaction_by_segment ON interaction (segment_no);
CREATE INDEX interaction_by_attachment ON interaction (attachment_no) WHERE attachment_no <> 0;
CREATE INDEX interaction_postponed ON interaction (id) WHERE postponed=1;

-- == Quotes: what a campaign gave away on them ==

CREATE INDEX quote_line_by_price_campaign ON quote_line (price_campaign_no) WHERE price_campaign_no <> '';
CREATE INDEX quote_line_by_discount_campaign ON quote_line (discount_campaign_no) WHERE discount_campaign_no <> '';

-- == Customers and salespeople: what they have in common with contacts (CO-31) ==

ALTER TABLE customer ADD COLUMN search_name TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN name_2 TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN address_2 TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN county TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN mobile_phone_no TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN fax_no TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN home_page TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN territory_code TEXT REFERENCES territory (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE customer ADD COLUMN language_code TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN format_region TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN vat_registration_no TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN registration_no TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN primary_contact_no TEXT REFERENCES contact (no) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX customer_by_territory ON customer (territory_code) WHERE territory_code IS NOT NULL;
CREATE INDEX customer_by_primary_contact ON customer (primary_contact_no) WHERE primary_contact_no IS NOT NULL;
UPDATE customer SET search_name=fold(name);

ALTER TABLE salesperson ADD COLUMN e_mail_2 TEXT NOT NULL DEFAULT '';

-- == Setup ==

ALTER TABLE setup ADD COLUMN inherit_salesperson INTEGER NOT NULL DEFAULT 1;
ALTER TABLE setup ADD COLUMN inherit_territory INTEGER NOT NULL DEFAULT 1;
ALTER TABLE setup ADD COLUMN inherit_country INTEGER NOT NULL DEFAULT 1;
ALTER TABLE setup ADD COLUMN inherit_language INTEGER NOT NULL DEFAULT 1;
ALTER TABLE setup ADD COLUMN inherit_format_region INTEGER NOT NULL DEFAULT 1;
ALTER TABLE setup ADD COLUMN inherit_address INTEGER NOT NULL DEFAULT 1;
ALTER TABLE setup ADD COLUMN inherit_communication INTEGER NOT NULL DEFAULT 1;
ALTER TABLE setup ADD COLUMN default_salesperson TEXT REFERENCES salesperson (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE setup ADD COLUMN default_territory TEXT REFERENCES territory (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE setup ADD COLUMN default_country TEXT NOT NULL DEFAULT '';
ALTER TABLE setup ADD COLUMN default_language TEXT NOT NULL DEFAULT '';
ALTER TABLE setup ADD COLUMN default_format_region TEXT NOT NULL DEFAULT '';
ALTER TABLE setup ADD COLUMN default_correspondence_type INTEGER NOT NULL DEFAULT 0;
ALTER TABLE setup ADD COLUMN company_salutation TEXT REFERENCES salutation (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE setup ADD COLUMN person_salutation TEXT REFERENCES salutation (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE setup ADD COLUMN vendor_relation TEXT NOT NULL DEFAULT '';
ALTER TABLE setup ADD COLUMN bank_relation TEXT NOT NULL DEFAULT '';
ALTER TABLE setup ADD COLUMN employee_relation TEXT NOT NULL DEFAULT '';
ALTER TABLE setup ADD COLUMN maintain_search_strings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE setup ADD COLUMN autosearch_duplicates INTEGER NOT NULL DEFAULT 0;
ALTER TABLE setup ADD COLUMN search_hit INTEGER NOT NULL DEFAULT 6000000 CHECK (search_hit BETWEEN 0 AND 10000000);
ALTER TABLE setup ADD COLUMN cover_sheet_template TEXT REFERENCES interaction_template (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE setup ADD COLUMN outgoing_call_template TEXT REFERENCES interaction_template (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE setup ADD COLUMN e_mail_template TEXT REFERENCES interaction_template (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE setup ADD COLUMN meeting_template TEXT REFERENCES interaction_template (code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
