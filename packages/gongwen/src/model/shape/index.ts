export {
  addressee,
  attachment,
  baseFields,
  bodyFields,
  contact,
  documentNumber,
  issuer,
  itemBlock,
  party,
  recipient,
  section,
} from './letter-shapes.ts';
// Values only: a namespace with types in it gives declarations that do not compile once they are bundled. The types are
// exported by the package itself.
export {
  extendRecord,
  isoDate,
  list,
  oneOf,
  optional,
  record,
  required,
  text,
  textOr,
} from './shape.ts';
