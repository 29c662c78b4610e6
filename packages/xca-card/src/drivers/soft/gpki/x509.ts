// The library asks for decorator metadata to be defined before it loads.
import 'reflect-metadata';

export * from '@peculiar/x509';
