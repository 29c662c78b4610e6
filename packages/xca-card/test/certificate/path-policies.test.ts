import { certificatePolicies } from '../../src/drivers/soft/gpki/extension-specs.ts';
import {
  ANY,
  chain,
  inhibitAny,
  longChain,
  mappings,
  OTHER_POLICY,
  POLICY,
  policyConstraints,
  refuses,
} from '../support/path-cases.ts';

refuses('§6.1.3 (d) to §6.1.5 (g): policies', [
  {
    name: 'no policies where one is required',
    code: 'PATH_POLICY',
    make: () => chain({}, { requireExplicitPolicy: true }),
  },
  {
    name: 'no policies where an authority requires them',
    code: 'PATH_POLICY',
    make: () => chain({ ca: { more: [policyConstraints(0)] } }),
  },
  {
    name: 'another policy than the one asked for',
    code: 'PATH_POLICY',
    make: () =>
      chain(
        {
          ca: { more: [certificatePolicies(OTHER_POLICY)] },
          leaf: { more: [certificatePolicies(OTHER_POLICY)] },
        },
        { requireExplicitPolicy: true, initialPolicies: [POLICY] },
      ),
  },
  {
    name: 'a policy that the authority does not have',
    code: 'PATH_POLICY',
    make: () =>
      chain(
        { ca: { more: [certificatePolicies(OTHER_POLICY)] }, leaf: { more: [certificatePolicies(POLICY)] } },
        { requireExplicitPolicy: true },
      ),
  },
  {
    name: 'an authority without policies in between',
    code: 'PATH_POLICY',
    make: () =>
      longChain(
        { ca: { more: [certificatePolicies(POLICY)] }, leaf: { more: [certificatePolicies(POLICY)] } },
        { requireExplicitPolicy: true },
      ),
  },
  {
    name: 'anyPolicy where the caller forbids it',
    code: 'PATH_POLICY',
    make: () =>
      chain(
        { ca: { more: [certificatePolicies(ANY)] }, leaf: { more: [certificatePolicies(POLICY)] } },
        { requireExplicitPolicy: true, inhibitAnyPolicy: true },
      ),
  },
  {
    name: 'anyPolicy where an authority forbids it',
    code: 'PATH_POLICY',
    make: () =>
      longChain(
        {
          ca: { more: [certificatePolicies(POLICY), inhibitAny] },
          ca2: { more: [certificatePolicies(ANY)] },
          leaf: { more: [certificatePolicies(POLICY)] },
        },
        { requireExplicitPolicy: true },
      ),
  },
  {
    name: 'a mapping of anyPolicy',
    code: 'PATH_POLICY_MAPPING',
    make: () => chain({ ca: { more: [certificatePolicies(POLICY), mappings(ANY, POLICY)] } }),
  },
  {
    name: 'a mapping to anyPolicy',
    code: 'PATH_POLICY_MAPPING',
    make: () => chain({ ca: { more: [certificatePolicies(POLICY), mappings(POLICY, ANY)] } }),
  },
  {
    name: 'a mapping where the caller forbids mappings',
    code: 'PATH_POLICY',
    make: () =>
      chain(
        {
          ca: { more: [certificatePolicies(POLICY), mappings(POLICY, OTHER_POLICY)] },
          leaf: { more: [certificatePolicies(OTHER_POLICY)] },
        },
        { requireExplicitPolicy: true, inhibitPolicyMapping: true },
      ),
  },
  {
    name: 'a mapping where an authority forbids mappings',
    code: 'PATH_POLICY',
    make: () =>
      longChain(
        {
          ca: { more: [certificatePolicies(POLICY), policyConstraints(undefined, 0)] },
          ca2: { more: [certificatePolicies(POLICY), mappings(POLICY, OTHER_POLICY)] },
          leaf: { more: [certificatePolicies(OTHER_POLICY)] },
        },
        { requireExplicitPolicy: true },
      ),
  },
  {
    name: 'a policy asked for under its mapped name',
    code: 'PATH_POLICY',
    make: () =>
      chain(
        {
          ca: { more: [certificatePolicies(POLICY), mappings(POLICY, OTHER_POLICY)] },
          leaf: { more: [certificatePolicies(OTHER_POLICY)] },
        },
        { requireExplicitPolicy: true, initialPolicies: [OTHER_POLICY] },
      ),
  },
]);
