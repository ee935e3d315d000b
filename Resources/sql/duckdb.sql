-- Loads what `barometroctl gather` wrote into DuckDB; then run views.sql.
--
--     duckdb comuni.db -cmd "SET VARIABLE folder = 'FOLDER'" -c '.read duckdb.sql' -c '.read views.sql'
--
-- `municipalities` (istat_code, population) is the analyst's own, and empty here. Figures keep all their digits: up to
-- 29 before the comma and nine behind it.

CREATE TABLE gathered_indicators AS
SELECT * FROM read_csv(
    getvariable('folder') || '/indicators/*/*/part.csv', header = true, hive_partitioning = false, nullstr = '',
    columns = {'municipality_id': 'VARCHAR', 'municipality': 'VARCHAR', 'istat_code': 'VARCHAR', 'year': 'INTEGER', 'line_code': 'VARCHAR', 'line': 'VARCHAR', 'objective_id': 'VARCHAR', 'objective_code': 'VARCHAR', 'objective': 'VARCHAR', 'sector': 'VARCHAR', 'indicator_id': 'VARCHAR', 'indicator': 'VARCHAR', 'dimension': 'VARCHAR', 'measure': 'VARCHAR', 'direction': 'VARCHAR', 'unit': 'VARCHAR', 'target': 'DECIMAL(38,9)', 'target_comparison': 'VARCHAR', 'target_date': 'DATE', 'target_text': 'VARCHAR', 'actual': 'DECIMAL(38,9)', 'actual_date': 'DATE', 'actual_comparison': 'VARCHAR', 'actual_text': 'VARCHAR', 'baseline': 'DECIMAL(38,9)', 'weight': 'DECIMAL(38,9)', 'deviation': 'DECIMAL(38,9)', 'published': 'DECIMAL(38,9)', 'state': 'VARCHAR', 'rule': 'VARCHAR', 'rule_direction': 'VARCHAR', 'valued': 'DECIMAL(38,9)', 'note': 'VARCHAR', 'followed_id': 'VARCHAR', 'actual_series_id': 'VARCHAR'});

CREATE TABLE objectives AS
SELECT * FROM read_csv(
    getvariable('folder') || '/objectives/*/*/part.csv', header = true, hive_partitioning = false, nullstr = '',
    columns = {'municipality_id': 'VARCHAR', 'municipality': 'VARCHAR', 'istat_code': 'VARCHAR', 'year': 'INTEGER', 'line_code': 'VARCHAR', 'line': 'VARCHAR', 'objective_id': 'VARCHAR', 'objective_code': 'VARCHAR', 'objective': 'VARCHAR', 'sector': 'VARCHAR', 'weight': 'DECIMAL(38,9)', 'indicators': 'INTEGER', 'weight_sum': 'DECIMAL(38,9)', 'published': 'DECIMAL(38,9)'});

CREATE TABLE series AS
SELECT * FROM read_csv(
    getvariable('folder') || '/series/*/*/part.csv', header = true, hive_partitioning = false, nullstr = '',
    columns = {'municipality_id': 'VARCHAR', 'municipality': 'VARCHAR', 'istat_code': 'VARCHAR', 'sector': 'VARCHAR', 'service_id': 'VARCHAR', 'service': 'VARCHAR', 'kind': 'VARCHAR', 'group_name': 'VARCHAR', 'series_id': 'VARCHAR', 'series': 'VARCHAR', 'year': 'INTEGER', 'value': 'DECIMAL(38,9)', 'unit': 'VARCHAR', 'missing': 'VARCHAR', 'text': 'VARCHAR'});

CREATE TABLE projects AS
SELECT * FROM read_csv(
    getvariable('folder') || '/projects/*/*/part.csv', header = true, hive_partitioning = false, nullstr = '',
    columns = {'municipality_id': 'VARCHAR', 'municipality': 'VARCHAR', 'istat_code': 'VARCHAR', 'year': 'INTEGER', 'project_id': 'VARCHAR', 'number': 'VARCHAR', 'scope': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'own_resources': 'DECIMAL(38,9)', 'third_party_resources': 'DECIMAL(38,9)', 'funder': 'VARCHAR', 'expected_result': 'VARCHAR'});

CREATE TABLE scoring AS
SELECT * FROM read_csv(
    getvariable('folder') || '/scoring/*/*/part.csv', header = true, hive_partitioning = false, nullstr = '',
    columns = {'municipality_id': 'VARCHAR', 'municipality': 'VARCHAR', 'istat_code': 'VARCHAR', 'year': 'INTEGER', 'is_closed': 'VARCHAR', 'roll_up': 'VARCHAR', 'bands_kind': 'VARCHAR', 'band_from': 'DECIMAL(38,9)', 'band_score': 'DECIMAL(38,9)', 'score': 'DECIMAL(38,9)'});

CREATE TABLE municipalities (istat_code VARCHAR, population INTEGER);

CREATE VIEW indicators AS
SELECT *, CAST(target_date - DATE '1970-01-01' AS INTEGER) AS target_day, CAST(actual_date - DATE '1970-01-01' AS INTEGER) AS actual_day
FROM gathered_indicators;
