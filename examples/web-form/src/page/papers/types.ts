export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const ODT = 'application/vnd.oasis.opendocument.text';
export const PDF = 'application/pdf';
export const HTML = 'text/html;charset=utf-8';
export const TEXT = 'text/plain;charset=utf-8';
export const JSON_TYPE = 'application/json';
export const YAML = 'application/yaml;charset=utf-8';
export const ZIP = 'application/zip';
